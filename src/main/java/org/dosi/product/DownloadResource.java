package org.dosi.product;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.dosi.model.TimeWindow;
import org.dosi.product.http.Answers;
import org.dosi.product.http.BadRequest;
import org.dosi.product.http.Busy;
import org.dosi.product.http.Context;
import org.dosi.product.http.NotFound;
import org.dosi.product.http.Query;
import org.dosi.store.Slice;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// Observations as CSV, with the columns of `./dosi query`. Alone among the answers it is sent while it is
/// read, as it may be larger than memory; so one is sent at a time, and the others wait for a while.
final class DownloadResource {
    private static final int AT_ONCE = 1;
    private static final long WAIT_S = 10;
    private static final int BUFFER = 1 << 16;

    private final Context context;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    DownloadResource(Context context) {
        this.context = context;
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.route(Answers.at("/api/observations"), this::observations);
    }

    private ServerResponse observations(ServerRequest request) {
        Query query = context.query(request, "dataset", "property", "feature", "datastream", "from", "to", "flagged");
        Slice slice = slice(query);
        return ServerResponse.ok()
                .contentType(Answers.CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"observations.csv\"")
                .build((asked, answer) -> {
                    if (!asked.getMethod().equals("HEAD")) {
                        send(slice, answer.getOutputStream());
                    }
                    return null;
                });
    }

    private Slice slice(Query query) {
        Optional<String> dataset = query.find("dataset").map(context::dataset);
        Optional<String> property =
                query.find("property").map(_ -> context.property(query).id());
        Optional<String> feature = query.find("feature");
        Optional<String> datastream = query.find("datastream")
                .map(_ -> context.datastream(query).datastream().id());
        feature.filter(id -> context.store().findFeature(id).isEmpty()).ifPresent(id -> {
            throw new NotFound("feature", id);
        });
        if (dataset.isEmpty() && property.isEmpty() && feature.isEmpty() && datastream.isEmpty()) {
            throw new BadRequest("expected a dataset, property, feature or datastream, found none");
        }
        return new Slice(
                dataset.orElse(null),
                property.orElse(null),
                feature.orElse(null),
                datastream.orElse(null),
                query.window(TimeWindow.ALL),
                null,
                query.flag("flagged"));
    }

    private void send(Slice slice, OutputStream answer) throws IOException {
        takeTurn();
        try (PrintStream out =
                new PrintStream(new BufferedOutputStream(answer, BUFFER), false, StandardCharsets.UTF_8)) {
            ObservationFiles.writeCsv(context.store(), slice, out);
        } catch (UncheckedIOException _) {
            // The client went away: there is nobody to tell.
        } finally {
            turns.release();
        }
    }

    private void takeTurn() throws IOException {
        try {
            if (!turns.tryAcquire(WAIT_S, TimeUnit.SECONDS)) {
                throw new Busy("another download is under way: ask again later");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a download's turn", e);
        }
    }
}

package org.dosi.product;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dosi.model.Datastream;
import org.dosi.model.ObservedProperty;
import org.dosi.model.Step;
import org.dosi.model.TimeWindow;
import org.dosi.product.http.Answers;
import org.dosi.product.http.BadRequest;
import org.dosi.product.http.Context;
import org.dosi.product.http.Query;
import org.dosi.store.Frames;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/// The frames of a film, in binary: a header of JSON, then a row of float32 for each step.
final class FilmResource {
    private static final int MOST_STEPS = 800;

    /// 16 MB of float32.
    private static final long MOST_VALUES = 4_000_000;

    private final Context context;

    FilmResource(Context context) {
        this.context = context;
    }

    void addTo(RouterFunctions.Builder routes) {
        routes.route(Answers.at("/api/film"), this::film);
    }

    private record StreamJson(String id, String feature) {}

    /// @param starts of the frames, where they are of unequal length: steps of months
    private record HeadJson(
            String property,
            String unit,
            long start,
            String step,
            long stepSeconds,
            int steps,
            long @Nullable [] starts,
            List<StreamJson> datastreams) {}

    private ServerResponse film(ServerRequest request) {
        Query query = context.query(request, "property", "collection", "from", "to", "step");
        ObservedProperty property = context.property(query);
        String collection = ValueResource.collection(context, query);
        TimeWindow window = query.window();
        String step = query.find("step").orElseGet(() -> usualStep(property.id()));
        boolean calendar = step.equals("P1M") || step.equals("P3M") || step.equals("P1Y");
        long[] starts = calendar ? calendarStarts(window, Step.parse(step)) : new long[0];
        long seconds = calendar ? Step.parse(step).meanSeconds() : seconds(step);
        long steps = calendar ? starts.length : Math.ceilDiv(length(window), seconds);
        checkSize(property.id(), collection, steps);
        Frames frames = calendar
                ? calendarFrames(property.id(), collection, starts, seconds)
                : context.store().frames(property.id(), collection, window.from(), seconds, (int) steps);
        HeadJson head = new HeadJson(
                property.id(),
                ValueResource.unit(context, property.id()),
                frames.startSeconds(),
                step,
                seconds,
                frames.steps(),
                calendar ? starts : null,
                frames.datastreams().stream()
                        .map(stream -> new StreamJson(stream.id(), stream.feature()))
                        .toList());
        return Answers.bytes(request, MediaType.APPLICATION_OCTET_STREAM, binary(head, frames.value()));
    }

    private static long length(TimeWindow window) {
        return window.to().getEpochSecond() - window.from().getEpochSecond();
    }

    private void checkSize(String property, @Nullable String collection, long steps) {
        if (steps > MOST_STEPS) {
            throw new BadRequest("expected at most %d steps from from to to, found %d".formatted(MOST_STEPS, steps));
        }
        long streams = context.inventory().get().listOfProperty(property).stream()
                .filter(summary ->
                        collection == null || summary.datastream().feature().startsWith(collection + ":"))
                .count();
        if (steps * streams > MOST_VALUES) {
            throw new BadRequest("expected at most %d values, found %d steps of %d datastreams"
                    .formatted(MOST_VALUES, steps, streams));
        }
    }

    private String usualStep(String property) {
        return context.inventory().get().listOfProperty(property).stream()
                .findFirst()
                .map(summary -> summary.datastream().step().iso())
                .orElse("PT1H");
    }

    private static long seconds(String step) {
        try {
            long seconds = step.equals("P1D")
                    ? Step.DAY.meanSeconds()
                    : Duration.parse(step).toSeconds();
            if (seconds > 0) {
                return seconds;
            }
        } catch (DateTimeException | ArithmeticException _) {
            // Reported below with the rest.
        }
        throw new BadRequest("step", "a duration such as PT1H, P1D or P3M", step);
    }

    private long[] calendarStarts(TimeWindow window, Step step) {
        List<Long> starts = new ArrayList<>();
        Instant start = window.from();
        while (start.isBefore(window.to()) && starts.size() <= MOST_STEPS) {
            starts.add(start.getEpochSecond());
            start = step.after(start, context.zone());
        }
        return starts.stream().mapToLong(Long::longValue).toArray();
    }

    /// Months have no equal length, so each is a film of one frame: what is true in the hour at its start.
    private Frames calendarFrames(String property, @Nullable String collection, long[] starts, long seconds) {
        Map<String, Integer> column = new LinkedHashMap<>();
        List<Datastream> streams = new ArrayList<>();
        List<Frames> frames = new ArrayList<>();
        for (long start : starts) {
            Frames frame = context.store()
                    .frames(property, collection, Instant.ofEpochSecond(start), Step.HOUR.meanSeconds(), 1);
            frames.add(frame);
            for (Datastream stream : frame.datastreams()) {
                if (column.putIfAbsent(stream.id(), streams.size()) == null) {
                    streams.add(stream);
                }
            }
        }
        float[] value = new float[starts.length * streams.size()];
        Arrays.fill(value, Float.NaN);
        for (int step = 0; step < starts.length; step++) {
            Frames frame = frames.get(step);
            for (int i = 0; i < frame.datastreams().size(); i++) {
                int at = column.getOrDefault(frame.datastreams().get(i).id(), 0);
                value[step * streams.size() + at] = frame.value()[i];
            }
        }
        return new Frames(streams, starts[0], seconds, starts.length, value);
    }

    /// Little endian, as browsers are; the header is padded with blanks so that the numbers lie on a
    /// multiple of four.
    private static byte[] binary(HeadJson head, float[] value) {
        byte[] json = Answers.JSON.writeValueAsBytes(head);
        int padded = Math.ceilDiv(json.length, Float.BYTES) * Float.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + padded + value.length * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(padded).put(json);
        for (int i = json.length; i < padded; i++) {
            buffer.put((byte) ' ');
        }
        buffer.asFloatBuffer().put(value);
        return buffer.array();
    }
}

package org.dosi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.dosi.app.command.Session;
import org.dosi.ingest.Progress;
import org.dosi.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// One line on a terminal that says how far an import is: file, rows, rate, time left. Silent in a pipe.
final class ProgressLine implements Progress, AutoCloseable {
    private static final long EVERY_NANOS = 200_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    /// Before this share of the bytes was read, a guess of the time left would jump about.
    private static final double LEAST_SHARE = 0.02;

    private final Session session;
    private final List<Path> files;
    private final long began = System.nanoTime();
    private final AtomicLong stored = new AtomicLong();
    private volatile @Nullable SourceFile file;
    /// Of the files that were read to their end.
    private final AtomicLong bytesBefore = new AtomicLong();

    private final @Nullable Thread painter;

    /// @param files all that will be read, in any order: their sizes say how much is left
    ProgressLine(Session session, List<Path> files) {
        this.session = session;
        this.files = files;
        this.painter = session.terminal() ? Thread.ofVirtual().start(this::paint) : null;
    }

    @Override
    public void begin(SourceFile next) {
        SourceFile before = file;
        if (before != null) {
            bytesBefore.addAndGet(before.bytes());
        }
        file = next;
    }

    @Override
    public void stored(long observations) {
        stored.addAndGet(observations);
    }

    private void paint() {
        try {
            long total =
                    Math.max(1, files.stream().mapToLong(ProgressLine::size).sum());
            while (true) {
                Thread.sleep(Duration.ofNanos(EVERY_NANOS));
                SourceFile current = file;
                if (current != null) {
                    session.err().print(CLEAR + line(current, total));
                    session.err().flush();
                }
            }
        } catch (InterruptedException _) {
            // The import is over.
        }
    }

    /// A file that cannot be read is told of by the import.
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException _) {
            return 0;
        }
    }

    private String line(SourceFile current, long total) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double share = Math.min(1, (bytesBefore.get() + current.bytesRead()) / (double) total);
        long rows = stored.get();
        String left = share > LEAST_SHARE ? "%,.0f s left".formatted(seconds / share * (1 - share)) : "";
        return "%s  %3.0f %%  %,d observations  %,.0f/s  %s"
                .formatted(current.name(), share * 100, rows, rows / seconds, left);
    }

    @Override
    public void close() {
        if (painter != null) {
            painter.interrupt();
            session.err().print(CLEAR);
        }
    }
}

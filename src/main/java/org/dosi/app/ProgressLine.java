package org.dosi.app;

import java.util.concurrent.atomic.AtomicLong;
import org.dosi.ingest.Progress;
import org.dosi.source.SourceFile;
import org.jspecify.annotations.Nullable;

/// One line on a terminal that says how far an import is: file, rows, rate, time left. Silent in a pipe.
final class ProgressLine implements Progress, AutoCloseable {
    private static final long EVERY_NANOS = 200_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final Session session;
    private final long began = System.nanoTime();
    private final AtomicLong stored = new AtomicLong();
    private volatile @Nullable SourceFile file;
    private final @Nullable Thread painter;

    ProgressLine(Session session) {
        this.session = session;
        this.painter = session.terminal() ? Thread.ofVirtual().start(this::paint) : null;
    }

    @Override
    public void begin(SourceFile next) {
        file = next;
    }

    @Override
    public void stored(long observations) {
        stored.addAndGet(observations);
    }

    private void paint() {
        try {
            while (true) {
                Thread.sleep(java.time.Duration.ofNanos(EVERY_NANOS));
                SourceFile current = file;
                if (current != null) {
                    session.err().print(CLEAR + line(current));
                    session.err().flush();
                }
            }
        } catch (InterruptedException _) {
            // The import is over.
        }
    }

    private String line(SourceFile current) {
        double seconds = (System.nanoTime() - began) / 1e9;
        long rows = stored.get();
        long bytes = Math.max(1, current.bytes());
        double share = Math.min(1, current.bytesRead() / (double) bytes);
        return "%s %3.0f %%  %,d observations  %,.0f/s".formatted(current.name(), share * 100, rows, rows / seconds);
    }

    @Override
    public void close() {
        if (painter != null) {
            painter.interrupt();
            session.err().print(CLEAR);
        }
    }
}

package org.dosi.app.air;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.dosi.analysis.air.factors.FactorProgress;
import org.dosi.app.command.Session;
import org.jspecify.annotations.Nullable;

/// A line on a terminal, every ten seconds, that says how far a factorisation is. Silent in a pipe.
final class FactorsProgressLine implements FactorProgress, AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Session session;
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
    private final @Nullable Thread teller;

    FactorsProgressLine(Session session) {
        this.session = session;
        teller = session.terminal() ? Thread.ofVirtual().start(this::tell) : null;
    }

    @Override
    public void begin(Stage stage, int steps) {
        running.set(new Running(stage, steps, System.nanoTime(), new LongAdder()));
    }

    @Override
    public void step() {
        Running now = running.get();
        if (now != null) {
            now.done.increment();
        }
    }

    private void tell() {
        try {
            while (true) {
                Thread.sleep(EVERY);
                Running now = running.get();
                if (now != null) {
                    double seconds = (System.nanoTime() - now.beganNanos) / 1e9;
                    session.err().println(line(now.stage, now.done.sum(), now.steps, seconds));
                }
            }
        } catch (InterruptedException _) {
            // The factorisation is over.
        }
    }

    /// `dosi: bootstrap: 34 of 100 resamples, 41 s`.
    static String line(Stage stage, long done, int steps, double seconds) {
        String what = switch (stage) {
            case STARTS -> "factors: solving from random starts";
            case BOOTSTRAP -> "bootstrap: %d of %d resamples".formatted(done, steps);
            case DISPLACEMENT -> "displacement: %d of %d ends".formatted(done, steps);
            case BOTH -> "bootstrap with displacement: %d of %d resamples".formatted(done, steps);
        };
        return String.format(Locale.ROOT, "dosi: %s, %.0f s", what, seconds);
    }

    @Override
    public void close() {
        if (teller != null) {
            teller.interrupt();
        }
    }

    private record Running(Stage stage, int steps, long beganNanos, LongAdder done) {}
}

package org.dosi.app.command;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// While it is open, a process that is told to end (Ctrl-C) first asks the work to stop and waits until this is
/// closed, so that the work can say how far it came. Its patience is bounded: what is not committed by then is
/// not stored.
public final class OrderlyEnd implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /// @param stop asks the work to stop, and returns at once
    public OrderlyEnd(Runnable stop) {
        hook = Thread.ofPlatform().unstarted(() -> {
            stop.run();
            await();
        });
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process, a server's, is ending already.
            stop.run();
        }
    }

    private void await() {
        try {
            boolean _ = ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending, and the hook has just been let go.
        }
    }
}

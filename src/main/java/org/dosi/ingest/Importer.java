package org.dosi.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.dosi.source.ObservationSource;
import org.dosi.source.SourceDescription;
import org.dosi.source.SourceException;
import org.dosi.source.SourceFile;
import org.dosi.store.ImportHead;
import org.dosi.store.ObservationStore;

/// Brings files into the store: one batch a file, whole or not at all.
///
/// A second thread reads ahead while the caller's thread checks and stores, so that two processors are
/// busy; what is read ahead is bounded, however large the file.
public final class Importer {
    private static final int READ_AHEAD = 2;
    private static final QualityControl CONTROL = new QualityControl(RuleBook.standard());

    private final ObservationStore store;
    private final Progress progress;

    public Importer(ObservationStore store, Progress progress) {
        this.store = store;
        this.progress = progress;
    }

    /// Imports the files in their order. A broken file is reported in its outcome, and the others go on. Fewer
    /// outcomes than files: the thread was interrupted, and of the rest nothing was stored.
    public List<Outcome> run(ObservationSource source, List<Path> files) {
        List<Outcome> outcomes = new ArrayList<>();
        run(source, files, outcomes::add);
        return outcomes;
    }

    /// The same, telling each outcome as soon as it is certain.
    public void run(ObservationSource source, List<Path> files, Consumer<Outcome> outcomes) {
        BlockingQueue<FileEvent> queue = new ArrayBlockingQueue<>(READ_AHEAD);
        Thread reader = Thread.ofPlatform().name("reader").daemon(true).start(() -> readAll(source, files, queue));
        try {
            for (Path file : files) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                outcomes.accept(new FileImport(store, source.description(), CONTROL, progress)
                        .run(file.getFileName().toString(), queue));
            }
        } catch (InterruptedException _) {
            // Between two parts of a file: its batch was taken back.
            Thread.currentThread().interrupt();
        } finally {
            reader.interrupt();
        }
    }

    private void readAll(ObservationSource source, List<Path> files, BlockingQueue<FileEvent> queue) {
        for (Path path : files) {
            QueueSink sink = new QueueSink(queue);
            try {
                sink.put(readOne(source, new SourceFile(path), sink));
            } catch (QueueSink.StoppedException _) {
                // Whoever interrupted us no longer listens.
                return;
            }
        }
    }

    /// @return the event that ends the file
    private FileEvent readOne(ObservationSource source, SourceFile file, QueueSink sink) {
        try {
            sink.put(new FileEvent.Begin(head(source.description(), file)));
            progress.begin(file);
            source.read(file, sink);
            sink.flush();
            return new FileEvent.End();
        } catch (SourceException e) {
            return new FileEvent.Failure(String.valueOf(e.getMessage()));
        } catch (QueueSink.StoppedException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // A fault of an adapter or of a reading library must not take the other files with it.
            return new FileEvent.Failure("%s: could not be read: %s".formatted(file.name(), e));
        }
    }

    private static ImportHead head(SourceDescription source, SourceFile file) {
        return new ImportHead(
                source.id(),
                source.version(),
                source.dataset(),
                file.name(),
                sha256(file),
                file.bytes(),
                source.gapsFilled());
    }

    /// Of the file's bytes as they lie on disk, so that `sha256sum` says the same; of a folder, of all its
    /// files' bytes.
    private static String sha256(SourceFile file) {
        try (OutputStream nowhere = OutputStream.nullOutputStream()) {
            MessageDigest digest = digest();
            for (Path part : file.listFiles()) {
                try (DigestInputStream in = new DigestInputStream(Files.newInputStream(part), digest)) {
                    in.transferTo(nowhere);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw file.broken(e);
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

package org.dosi.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.dosi.model.Place;

/// A publisher's file on disk, compressed by gzip or not: which of the two is seen from its first bytes,
/// not its name.
///
/// Counts the bytes that were read of it, so that whoever shows progress can ask from another thread.
public final class SourceFile {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final AtomicLong bytesRead = new AtomicLong();

    public SourceFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    /// The last part of the path: what a person calls the file, and what issues say.
    public String name() {
        return path.getFileName().toString();
    }

    /// The name without `.gz`.
    public String plainName() {
        return name().endsWith(".gz") ? name().substring(0, name().length() - 3) : name();
    }

    public Place place() {
        return Place.of(name());
    }

    /// The files of a folder, at any depth, by path; of a file, the file itself.
    public List<Path> listFiles() {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public long bytes() {
        try {
            long sum = 0;
            for (Path file : listFiles()) {
                sum += Files.size(file);
            }
            return sum;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public long bytesRead() {
        return bytesRead.get();
    }

    /// Opens the content, unpacked where it is packed. An empty file is an error, since no publisher
    /// publishes one.
    ///
    /// A packed file that ends too early throws an `EOFException` or a `ZipException` later, while it is
    /// read:
    /// callers hand every `IOException` to [#broken].
    public InputStream open() {
        try {
            InputStream raw = new BufferedInputStream(new Counting(Files.newInputStream(path)), BUFFER);
            try {
                return startsPacked(raw) ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
            } catch (IOException | SourceException e) {
                raw.close();
                throw e;
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Whether the file is compressed by gzip.
    boolean isPacked() {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path))) {
            return startsPacked(raw);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean startsPacked(InputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        if (first < 0) {
            throw new SourceException(place(), "content", "an empty file");
        }
        return first == 0x1f && second == 0x8b;
    }

    /// For an adapter whose reader failed in the middle of the file.
    public SourceException broken(IOException e) {
        return new SourceException(place(), "a whole file", "a broken or truncated one (" + reason(e) + ")", e);
    }

    private SourceException unreadable(IOException e) {
        String found =
                Files.isDirectory(path) ? "a folder" : Files.exists(path) ? "unreadable: " + reason(e) : "no such file";
        return new SourceException(Place.of(path.toString()), "a file", found, e);
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            if (b >= 0) {
                bytesRead.incrementAndGet();
            }
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                bytesRead.addAndGet(n);
            }
            return n;
        }
    }
}

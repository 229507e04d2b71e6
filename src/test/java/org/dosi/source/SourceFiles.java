package org.dosi.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/// Files for tests of sources: the real ones of the demo, and what can go wrong with them.
final class SourceFiles {
    static final Path DEMO = Path.of("demo");

    private SourceFiles() {}

    static SourceFile demo(String path) {
        return new SourceFile(DEMO.resolve(path));
    }

    static RecordingSink read(ObservationSource source, SourceFile file) {
        RecordingSink sink = new RecordingSink();
        source.read(file, sink);
        return sink;
    }

    static RecordingSink read(ObservationSource source, Path file) {
        return read(source, new SourceFile(file));
    }

    static RecordingSink readDemo(ObservationSource source, String path) {
        return read(source, demo(path));
    }

    static SourceFile of(Path folder, String name, byte[] content) {
        try {
            return new SourceFile(Files.write(folder.resolve(name), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceFile of(Path folder, String name, String content) {
        return of(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /// The unpacked content.
    static byte[] bytes(String path) {
        try (InputStream in = demo(path).open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SourceFile changed(Path folder, String path, Charset charset, UnaryOperator<String> change) {
        return of(
                folder,
                "changed.txt",
                change.apply(new String(bytes(path), charset)).getBytes(charset));
    }

    /// The first half of the file as it is on disk.
    static SourceFile cut(Path folder, String path) {
        try {
            byte[] whole = Files.readAllBytes(DEMO.resolve(path));
            String name = "cut-" + Path.of(path).getFileName();
            return of(folder, name, java.util.Arrays.copyOf(whole, whole.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

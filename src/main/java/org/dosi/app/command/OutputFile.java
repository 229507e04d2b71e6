package org.dosi.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/// Where a command's result goes: a file, which gets its name only when it is whole, or standard output for
/// `-` or none.
public final class OutputFile {
    private final Session session;
    private final @Nullable Path asked;

    public OutputFile(Session session, @Nullable Path asked) {
        this.session = session;
        this.asked = asked;
    }

    public boolean isStandardOutput() {
        return asked == null || asked.toString().equals("-");
    }

    /// What follows the last dot of the name, in lower case; "" for standard output.
    public String ending() {
        if (asked == null || isStandardOutput()) {
            return "";
        }
        String name = String.valueOf(asked.getFileName());
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
    }

    public void write(Content content) throws IOException {
        if (asked == null || isStandardOutput()) {
            PrintStream buffered =
                    new PrintStream(new BufferedOutputStream(session.out(), 1 << 16), false, StandardCharsets.UTF_8);
            content.writeTo(buffered);
            buffered.flush();
            return;
        }
        writeFile(partial -> {
            try (PrintStream out = new PrintStream(
                    new BufferedOutputStream(Files.newOutputStream(partial), 1 << 16), false, StandardCharsets.UTF_8)) {
                content.writeTo(out);
                if (out.checkError()) {
                    throw new IOException("no space is left, or the file cannot be written");
                }
            }
        });
    }

    /// Lets `writer` write a file beside the asked one, and renames it when it is whole.
    public void writeFile(FileWriter writer) throws IOException {
        if (asked == null) {
            throw new CommandException("this form needs a file: --out FILE");
        }
        Path file = session.resolve(asked);
        Path parent = file.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new CommandException("--out: expected a folder that is there, found none at " + parent);
        }
        if (Files.isDirectory(file)) {
            throw new CommandException("--out: expected a file, found the folder " + file);
        }
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        try {
            writer.write(partial);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new IOException(
                    "%s: expected a file that can be written, found: %s".formatted(file, e.getMessage()), e);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /// Writes a result.
    @FunctionalInterface
    public interface Content {
        void writeTo(PrintStream out) throws IOException;
    }

    /// Writes a file.
    @FunctionalInterface
    public interface FileWriter {
        void write(Path file) throws IOException;
    }
}

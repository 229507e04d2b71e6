package org.dosi.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

    /// Says now rather than after long work that there is no place for the file.
    ///
    /// @throws CommandException if its folder is not there, or it is a folder
    public void demandPlace() {
        if (asked == null || isStandardOutput()) {
            return;
        }
        Path file = session.resolve(asked);
        Path parent = file.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new CommandException("--out: expected a folder that is there, found none at " + parent);
        }
        if (Files.isDirectory(file)) {
            throw new CommandException("--out: expected a file, found the folder " + file);
        }
        if (parent != null && !Files.isWritable(parent)) {
            throw new CommandException("--out: expected a folder that can be written, found " + parent);
        }
    }

    /// Lets `writer` write a file beside the asked one, and renames it when it is whole.
    public void writeFile(FileWriter writer) throws IOException {
        if (asked == null) {
            throw new CommandException("this form needs a file: --out FILE");
        }
        demandPlace();
        Path file = session.resolve(asked);
        boolean special = Files.exists(file) && !Files.isRegularFile(file);
        // A device or a pipe is written as it is: another file must not take its name.
        Path partial = special ? file : file.resolveSibling(file.getFileName() + ".partial");
        Thread ending = Thread.ofPlatform().unstarted(() -> delete(partial));
        try {
            if (!special) {
                Runtime.getRuntime().addShutdownHook(ending);
            }
            writer.write(partial);
            if (!special) {
                Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new IOException("%s: expected a file that can be written, found %s".formatted(file, reason(e)), e);
        } finally {
            if (!special) {
                delete(partial);
                forget(ending);
            }
        }
    }

    private static void forget(Thread ending) {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException _) {
            // The process is ending (Ctrl-C), and the half file goes with it.
        }
    }

    private static void delete(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException _) {
            // Whoever cannot delete it could not have written it: that has been said.
        }
    }

    /// What went wrong, without the name of the half file.
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> "no permission";
            case NoSuchFileException _ -> "no such file or folder";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
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

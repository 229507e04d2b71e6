package org.dosi.app;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/// Where the server that owns a data folder takes commands, and the word that it wants to hear: a file in
/// the folder that only its owner can read.
///
/// @param url of the page
record ServerAddress(int commandPort, String token, String url) {
    private static final String FILE = "server.properties";

    static Optional<ServerAddress> find(Path folder) {
        try (Reader in = Files.newBufferedReader(folder.resolve(FILE))) {
            Properties values = new Properties();
            values.load(in);
            String port = values.getProperty("command.port");
            String token = values.getProperty("token");
            String url = values.getProperty("url");
            return port == null || token == null || url == null
                    ? Optional.empty()
                    : Optional.of(new ServerAddress(Integer.parseInt(port), token, url));
        } catch (IOException | NumberFormatException _) {
            // No server, or a file that is not ours to read: the lock on the folder decides.
            return Optional.empty();
        }
    }

    void write(Path folder) {
        Properties values = new Properties();
        values.setProperty("command.port", Integer.toString(commandPort));
        values.setProperty("token", token);
        values.setProperty("url", url);
        try {
            Path partial = folder.resolve(FILE + ".partial");
            Files.deleteIfExists(partial);
            createPrivate(partial);
            try (Writer out = Files.newBufferedWriter(partial)) {
                values.store(out, "The server that owns this folder");
            }
            Files.move(
                    partial, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void createPrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.dosi.app.air;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dosi.app.command.OutputFile;

/// The folder of a factorisation's files: all of one run, or as it was.
final class FactorsFolder {
    private static final Pattern MAP = Pattern.compile("sources-F\\d+\\.(csv|json|svg|png)");

    private static final List<String> FILES = List.of(
            "profiles.csv",
            "contributions.csv",
            "contributions_wide.csv",
            "shares.csv",
            "species.csv",
            "residuals.csv",
            "starts.csv",
            "bootstrap.csv",
            "displacement.csv",
            "bootstrap_displacement.csv",
            "scan.csv",
            "cpf.csv",
            "polar.csv",
            "summary.json",
            "profiles.svg",
            "profiles.png",
            "contributions.svg",
            "contributions.png",
            "fingerprints.svg",
            "fingerprints.png",
            "cpf.svg",
            "cpf.png",
            "polar.svg",
            "polar.png");

    private FactorsFolder() {}

    /// The files of one run belong together: they are written beside the folder and moved into it when all are
    /// whole; of an earlier run's files none stays that this one does not write.
    static void replace(Path folder, OutputFile.FileWriter writer) throws IOException {
        Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
        try {
            deleteFolder(partial);
            Files.createDirectories(partial);
            writer.write(partial);
            Files.createDirectories(folder);
            for (Path file : filesOf(folder)) {
                String name = String.valueOf(file.getFileName());
                if (FILES.contains(name) || MAP.matcher(name).matches()) {
                    Files.delete(file);
                }
            }
            for (Path file : filesOf(partial)) {
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            deleteFolder(partial);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : filesOf(folder)) {
                Files.delete(file);
            }
            Files.delete(folder);
        }
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}

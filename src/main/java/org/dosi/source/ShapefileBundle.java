package org.dosi.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dosi.model.Place;
import org.jspecify.annotations.Nullable;

/// The files that make up one shapefile, by their endings: from one zip, or the `.shp` with its kin beside
/// it.
///
/// The whole is held in memory: a city's boundaries are a few megabytes.
final class ShapefileBundle {
    private static final List<String> ENDINGS = List.of("shp", "dbf", "prj", "cpg");
    /// Beyond it a file is no city's boundaries, or a zip made to fill memory.
    private static final int LARGEST = 256 << 20;
    private static final Charset CP949 = Charset.forName("MS949");

    private final SourceFile file;
    private final String kind;
    private final Map<String, byte[]> parts = new HashMap<>();

    /// @param kind what the file should be, for messages
    static ShapefileBundle open(SourceFile file, String kind) {
        return new ShapefileBundle(file, kind);
    }

    private ShapefileBundle(SourceFile file, String kind) {
        this.file = file;
        this.kind = kind;
        try (InputStream in = file.open()) {
            in.mark(4);
            boolean zip = in.read() == 'P' && in.read() == 'K';
            in.reset();
            if (zip) {
                unzip(in);
            } else if ("shp".equals(ending(file.name()))) {
                parts.put("shp", limited(in));
                readKin();
            } else {
                throw new SourceException(file.place(), kind + " as a shapefile (.zip or .shp)", "something else");
            }
        } catch (IOException e) {
            throw file.broken(e);
        }
    }

    byte[] shp() {
        return part("shp");
    }

    byte[] dbf() {
        return part("dbf");
    }

    Place place(String ending) {
        return file.place().column("." + ending);
    }

    /// What the file says of its projection, if it says anything.
    Optional<String> findProjection() {
        byte[] prj = parts.get("prj");
        return prj == null ? Optional.empty() : Optional.of(new String(prj, StandardCharsets.UTF_8));
    }

    /// The encoding of the attributes: what the `.cpg` says; without one UTF-8 if the table is that, else
    /// cp949.
    Charset charset() {
        byte[] cpg = parts.get("cpg");
        if (cpg == null) {
            return isUtf8(dbf()) ? StandardCharsets.UTF_8 : CP949;
        }
        String name = new String(cpg, StandardCharsets.US_ASCII).strip().toUpperCase(Locale.ROOT);
        return switch (name) {
            case "UTF-8", "UTF8", "65001" -> StandardCharsets.UTF_8;
            case "949", "CP949", "MS949", "ANSI 949", "EUC-KR", "EUCKR", "KSC5601" -> CP949;
            default -> throw new SourceException(place("cpg"), "UTF-8 or cp949", name);
        };
    }

    private byte[] part(String ending) {
        byte[] part = parts.get(ending);
        if (part == null) {
            throw new SourceException(file.place(), kind + " with a ." + ending, "none");
        }
        return part;
    }

    private void unzip(InputStream in) throws IOException {
        // Only the endings of names matter, and any byte is a Latin-1 letter: names in cp949 do no harm.
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
        for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
            String ending = ending(entry.getName());
            if (!ENDINGS.contains(ending)) {
                continue;
            }
            if (parts.put(ending, limited(zip)) != null) {
                throw new SourceException(file.place(), "one shapefile", "several ." + ending + " in the zip");
            }
        }
        // What is left is the zip's directory; a file that is packed once more shows only at its end that
        // it is whole.
        in.transferTo(OutputStream.nullOutputStream());
    }

    private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
        return zip.getNextEntry();
    }

    private void readKin() throws IOException {
        Path path = file.path().toAbsolutePath();
        String stem = stem(path.getFileName().toString());
        try (Stream<Path> beside = Files.list(path.getParent())) {
            for (Path kin : beside.filter(Files::isRegularFile).toList()) {
                String name = kin.getFileName().toString();
                String ending = ending(name);
                if (stem(name).equals(stem) && ENDINGS.contains(ending) && !ending.equals("shp")) {
                    try (InputStream in = Files.newInputStream(kin)) {
                        parts.put(ending, limited(in));
                    }
                }
            }
        }
    }

    private byte[] limited(InputStream in) throws IOException {
        byte[] content = in.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new SourceException(file.place(), "at most 256 MB", "more");
        }
        return content;
    }

    /// Of the records alone: the head of the table is no text.
    private static boolean isUtf8(byte[] table) {
        int head = Math.min(table.length, Dbf.headerLength(table));
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(table, head, table.length - head));
            return true;
        } catch (CharacterCodingException _) {
            // Not a fault: the caller asks which of two encodings it is.
            return false;
        }
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}

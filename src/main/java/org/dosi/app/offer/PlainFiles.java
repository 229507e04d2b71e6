package org.dosi.app.offer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LongSummaryStatistics;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.app.command.OutputFile;
import org.dosi.model.Place;
import org.dosi.model.TimeTable;
import org.dosi.product.text.FindingText;
import org.dosi.source.SourceException;
import org.jspecify.annotations.Nullable;

/// What the sciences ask of plain files alike.
public final class PlainFiles {
    /// Of all stations: what the default heap holds with room to spare.
    private static final long MOST_STEPS = 2_000_000;

    private static final long MOST_STEPS_PER_ROW = 20;

    private PlainFiles() {}

    /// The file's name with its checksum: whoever has the file can tell that it is the one.
    public static String input(Path file) {
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            byte[] digest = ((DigestInputStream) in).getMessageDigest().digest();
            return file.getFileName() + " sha256:" + HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new SourceException(Place.of(file.toString()), "a file", OutputFile.reason(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where the window holds no row: what the file covers.
    ///
    /// @param read all rows of the file that were wanted
    /// @param from beginning of the window as it was given; null for none
    /// @param to end of the window as it was given; null for none
    public static BadSetting noRows(
            Collection<TimeTable> read, Path csv, @Nullable String from, @Nullable String to, @Nullable ZoneId zone) {
        String window = from == null
                ? to == null ? "in the window" : "before " + to
                : to == null ? "from %s on".formatted(from) : "between %s and %s".formatted(from, to);
        LongSummaryStatistics starts = read.stream()
                .flatMapToLong(table -> Arrays.stream(table.startS()))
                .summaryStatistics();
        String found = starts.getCount() == 0
                ? "none"
                : "%s to %s".formatted(stamp(starts.getMin(), zone), stamp(starts.getMax(), zone));
        return new BadSetting("expected rows %s, found %s in %s".formatted(window, found, csv.getFileName()));
    }

    private static LocalDateTime stamp(long second, @Nullable ZoneId zone) {
        return Instant.ofEpochSecond(second)
                .atZone(zone == null ? ZoneOffset.UTC : zone)
                .toLocalDateTime();
    }

    /// A slip of the pen in one date would ask for centuries of hours.
    ///
    /// @param stations how many share the times
    /// @throws BadSetting where the first and the last time are too far apart for what lies between them
    public static void requireTogether(long[] startS, long stepS, int stations, @Nullable ZoneId zone) {
        long steps = (startS[startS.length - 1] - startS[0]) / stepS + 1;
        if (steps * stations > MOST_STEPS && steps > MOST_STEPS_PER_ROW * startS.length) {
            throw new BadSetting(
                    "expected times that lie together (is one date wrong? --from and --to leave it out), found"
                            + " %s, then %s: every %,d s that is %,d steps"
                                    .formatted(
                                            FindingText.time(startS[0], zone),
                                            FindingText.time(startS[startS.length - 1], zone),
                                            stepS,
                                            steps));
        }
    }
}

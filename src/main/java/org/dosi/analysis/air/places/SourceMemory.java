package org.dosi.analysis.air.places;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.plume.NetworkHours;
import org.dosi.kernel.plume.SourceMap;
import org.dosi.kernel.plume.SourceRecovery.Outcome;

/// A source map in a file, so that it outlives the program and more hours update it.
///
/// Of the same hours and values all is as it was. Of more or other hours, what chance does, how sure sources are, what
/// can be told and the test are kept, since they change little with an hour, and the fit is made anew from the one
/// kept.
/// A map that is asked something else, or has grown by more than [#STALE_HOURS] hours since, is made from the
/// beginning. A file is written beside its place and moved there whole; a checksum tells one that is damaged.
final class SourceMemory {
    /// The number tells the format's version.
    private static final String HEAD = "dosi sources 4";

    private static final int STALE_HOURS = 14 * 24;

    /// Maps in a cache; the one that was written longest ago goes first.
    private static final int MOST_KEPT = 32;

    private static final String PARTIAL = ".part";
    /// What is older than this was left by a program that was ended while it wrote.
    private static final Duration ABANDONED = Duration.ofHours(1);

    private SourceMemory() {}

    /// A map as it is kept.
    ///
    /// @param hours of the network when it was made
    /// @param digest of these hours' values and winds
    /// @param tested what its test was asked; empty if it has none
    record Memory(SourceMap map, int hours, String digest, String tested, List<Outcome> outcomes) {}

    /// The settings of the test alone.
    private static final List<String> TEST =
            List.of("test", "test-stations", "test-strengths", "test-replicates", "test-errors", "strength");

    /// What a map's test was asked.
    static String tested(Settings settings) {
        Map<String, String> used = new TreeMap<>(settings.used());
        used.keySet().retainAll(TEST);
        return used.toString();
    }

    /// What a map was asked: another question makes another map.
    static String question(Network network, SourceInputs inputs, Settings settings) {
        Map<String, String> used = new TreeMap<>(settings.used());
        used.keySet().removeAll(TEST);
        used.keySet().removeAll(List.of("state", "plot"));
        StringBuilder text = new StringBuilder();
        text.append(network.variable()).append(' ').append(used).append(' ').append(network.startS()[0]);
        text.append(' ').append(inputs.grid()).append(' ').append(inputs.plume());
        inputs.stations().forEach(station -> text.append(' ').append(station.id()));
        return text.toString();
    }

    /// Tells hours with the same values and winds.
    static String digest(NetworkHours hours) {
        ByteBuffer bytes =
                ByteBuffer.allocate(8 * (hours.concentrationUgPerM3().length + hours.hours()) + 8 * hours.hours() + 4);
        DoubleStream.concat(Arrays.stream(hours.concentrationUgPerM3()), Arrays.stream(hours.windSpeedMPerS()))
                .forEach(bytes::putDouble);
        IntStream.concat(Arrays.stream(hours.windState()), Arrays.stream(hours.offsetGroup()))
                .forEach(bytes::putInt);
        bytes.putInt(hours.firstHourOfDay());
        return sha256(bytes.array());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Where a cache keeps the map of a question.
    static Path place(Path cache, String question) {
        String name = sha256(question.getBytes(StandardCharsets.UTF_8)).substring(0, 24);
        return cache.resolve("sources-" + name + ".map");
    }

    /// From a file of the user's.
    ///
    /// @throws BadSetting if it is something else
    static Optional<Memory> read(Path file, String question, int hours) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return readWhole(file, question, hours);
        } catch (IOException _) {
            throw new BadSetting("state", "a file that './dosi air sources --state' wrote", file.toString());
        }
    }

    /// From a cache: what cannot be read is not there.
    static Optional<Memory> recall(Path file, String question, int hours) {
        try {
            return Files.exists(file) ? readWhole(file, question, hours) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static Optional<Memory> readWhole(Path file, String question, int hours) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(HEAD)) {
                throw new IOException("no map");
            }
            long checksum = in.readLong();
            byte[] body = in.readAllBytes();
            if (checksum(body) != checksum) {
                throw new IOException("damaged");
            }
            return memory(new DataInputStream(new ByteArrayInputStream(body)), question, hours);
        }
    }

    private static Optional<Memory> memory(DataInputStream in, String question, int hours) throws IOException {
        boolean same = SourceMapBytes.text(in).equals(question);
        int then = in.readInt();
        int grown = hours - then;
        if (!same || grown < 0 || grown > STALE_HOURS) {
            return Optional.empty();
        }
        String digest = SourceMapBytes.text(in);
        String tested = SourceMapBytes.text(in);
        List<Outcome> outcomes = SourceMapBytes.outcomes(in);
        return Optional.of(new Memory(SourceMapBytes.map(in), then, digest, tested, outcomes));
    }

    private static long checksum(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return crc.getValue();
    }

    /// Into a file of the user's.
    static void write(Path file, String question, Memory memory) {
        try {
            writeWhole(file, question, memory);
        } catch (IOException e) {
            throw new BadSetting("state: cannot write %s: %s".formatted(file, e.getMessage()));
        }
    }

    /// Into a cache, which then loses what is too much; a disk that is full costs the next reader time, not this one
    /// the map.
    static void keep(Path file, String question, Memory memory) {
        try {
            Path folder = Objects.requireNonNull(file.getParent(), "a cache's file lies in a folder");
            Files.createDirectories(folder);
            writeWhole(file, question, memory);
            tidy(folder);
        } catch (IOException e) {
            System.getLogger(SourceMemory.class.getName())
                    .log(System.Logger.Level.WARNING, "cannot keep a map in {0}: {1}", file, e.getMessage());
        }
    }

    private static void writeWhole(Path file, String question, Memory memory) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(body)) {
            SourceMapBytes.write(out, question);
            out.writeInt(memory.hours);
            SourceMapBytes.write(out, memory.digest);
            SourceMapBytes.write(out, memory.tested);
            SourceMapBytes.writeOutcomes(out, memory.outcomes);
            SourceMapBytes.write(out, memory.map);
        }
        Path folder = file.toAbsolutePath().getParent();
        Path partial = Files.createTempFile(folder, file.getFileName().toString(), PARTIAL);
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial)))) {
                out.writeUTF(HEAD);
                out.writeLong(checksum(body.toByteArray()));
                body.writeTo(out);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private static void tidy(Path folder) throws IOException {
        Instant abandoned = Instant.now().minus(ABANDONED);
        List<Path> maps = new ArrayList<>();
        Map<Path, Instant> written = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Instant at = Files.getLastModifiedTime(file).toInstant();
                if (!file.toString().endsWith(PARTIAL)) {
                    maps.add(file);
                    written.put(file, at);
                } else if (at.isBefore(abandoned)) {
                    Files.deleteIfExists(file);
                }
            }
        }
        maps.sort(Comparator.comparing(written::get, Comparator.reverseOrder()));
        for (Path file : maps.subList(Math.min(MOST_KEPT, maps.size()), maps.size())) {
            Files.deleteIfExists(file);
        }
    }
}

package org.dosi.analysis.air.places;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Settings;
import org.dosi.kernel.plume.ChanceLevel;
import org.dosi.kernel.plume.PlacedSource;
import org.dosi.kernel.plume.SourceFit;
import org.dosi.kernel.plume.SourceMap;
import org.dosi.kernel.plume.SourcePosterior;
import org.dosi.kernel.plume.Told;

/// A source map in a file, so that more hours update it.
///
/// What chance does, how sure sources are and what can be told change little with an hour and are kept; the fit
/// is made anew from the one kept. A map that is asked something else, or has grown by more than [#STALE_HOURS]
/// hours since, is made from the beginning.
final class SourceMemory {
    /// The number tells the format's version.
    private static final String HEAD = "dosi sources 1";

    private static final int STALE_HOURS = 14 * 24;
    private static final int MOST_ENTRIES = 1 << 20;

    private SourceMemory() {}

    /// What a map was asked: another question makes another map.
    static String question(Network network, SourceInputs inputs, Settings settings) {
        Map<String, String> used = new TreeMap<>(settings.used());
        used.keySet().removeAll(List.of("state", "test", "test-stations", "strength"));
        StringBuilder text = new StringBuilder();
        text.append(network.variable()).append(' ').append(used).append(' ').append(network.startS()[0]);
        text.append(' ').append(inputs.grid()).append(' ').append(inputs.plume());
        inputs.stations().forEach(station -> text.append(' ').append(station.id()));
        return text.toString();
    }

    static Optional<SourceMap> read(Path file, String question, int hours) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (!in.readUTF().equals(HEAD)) {
                throw new BadSetting("state", "a file that './dosi air sources --state' wrote", file.toString());
            }
            boolean same = text(in).equals(question);
            int grown = hours - in.readInt();
            return same && grown >= 0 && grown <= STALE_HOURS ? Optional.of(map(in)) : Optional.empty();
        } catch (IOException _) {
            throw new BadSetting("state", "a file that './dosi air sources --state' wrote", file.toString());
        }
    }

    static void write(Path file, String question, int hours, SourceMap map) {
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(partial)))) {
                out.writeUTF(HEAD);
                byte[] bytes = question.getBytes(java.nio.charset.StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
                out.writeInt(hours);
                write(out, map);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new BadSetting("state: cannot write %s: %s".formatted(file, e.getMessage()));
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(size(in)), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static int size(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MOST_ENTRIES) {
            throw new IOException("no size: " + size);
        }
        return size;
    }

    private static void write(DataOutputStream out, SourceMap map) throws IOException {
        out.writeDouble(map.chance().threshold());
        write(out, map.chance().deviation());
        write(out, map.chance().largest());
        write(out, map.penalty());
        write(out, Arrays.stream(map.fit().cells()).asDoubleStream().toArray());
        write(out, map.fit().strengthsGPerS());
        write(out, map.posterior().lowerGPerS());
        write(out, map.posterior().upperGPerS());
        write(out, map.posterior().probability());
        write(out, map.told().foundGPerS());
        write(out, map.told().placedGPerS());
        out.writeInt(map.posterior().sources().size());
        for (PlacedSource source : map.posterior().sources()) {
            write(out, new double[] {
                source.xM(),
                source.yM(),
                source.strengthGPerS(),
                source.lowerGPerS(),
                source.upperGPerS(),
                source.probability(),
                source.evidence()
            });
            write(out, Arrays.stream(source.region()).asDoubleStream().toArray());
        }
    }

    private static void write(DataOutputStream out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] doubles(DataInputStream in) throws IOException {
        double[] values = new double[size(in)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    private static int[] ints(DataInputStream in) throws IOException {
        return Arrays.stream(doubles(in)).mapToInt(value -> (int) value).toArray();
    }

    private static SourceMap map(DataInputStream in) throws IOException {
        ChanceLevel chance = new ChanceLevel(in.readDouble(), doubles(in), doubles(in));
        double[] penalty = doubles(in);
        SourceFit fit = new SourceFit(ints(in), doubles(in), true, 0);
        double[] lower = doubles(in);
        double[] upper = doubles(in);
        double[] probability = doubles(in);
        Told told = new Told(doubles(in), doubles(in));
        List<PlacedSource> sources = new ArrayList<>();
        int count = size(in);
        for (int i = 0; i < count; i++) {
            double[] each = doubles(in);
            if (each.length != 7) {
                throw new IOException("no source");
            }
            sources.add(new PlacedSource(each[0], each[1], each[2], each[3], each[4], each[5], ints(in), each[6]));
        }
        return new SourceMap(chance, penalty, fit, new SourcePosterior(lower, upper, probability, sources), told);
    }
}

package org.dosi.analysis.air.places;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dosi.kernel.plume.ChanceLevel;
import org.dosi.kernel.plume.PlacedSource;
import org.dosi.kernel.plume.SourceFit;
import org.dosi.kernel.plume.SourceMap;
import org.dosi.kernel.plume.SourcePosterior;
import org.dosi.kernel.plume.SourceRecovery;
import org.dosi.kernel.plume.SourceRecovery.Outcome;
import org.dosi.kernel.plume.Told;

/// A map and its test as bytes, whose order is the one of the methods here; [SourceMemory] has the version's number.
final class SourceMapBytes {
    private static final int MOST_ENTRIES = 1 << 20;

    private SourceMapBytes() {}

    static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static void writeOutcomes(DataOutputStream out, List<Outcome> outcomes) throws IOException {
        out.writeInt(outcomes.size());
        for (Outcome each : outcomes) {
            out.writeInt(each.trial().stations());
            out.writeInt(each.falseAlarms());
            out.writeBoolean(each.interval().holdsPlace());
            write(out, new double[] {
                each.trial().strengthGPerS(),
                each.xM(),
                each.yM(),
                each.placedGPerS(),
                each.errorM(),
                each.foundGPerS(),
                each.interval().lowerGPerS(),
                each.interval().upperGPerS(),
                each.falseGPerS()
            });
        }
    }

    static List<Outcome> outcomes(DataInputStream in) throws IOException {
        int count = size(in);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int stations = in.readInt();
            int falseAlarms = in.readInt();
            boolean holdsPlace = in.readBoolean();
            double[] each = doubles(in);
            outcomes.add(new Outcome(
                    new SourceRecovery.Trial(each[0], stations),
                    each[1],
                    each[2],
                    each[3],
                    each[4],
                    each[5],
                    new SourceRecovery.Interval(each[6], each[7], holdsPlace),
                    falseAlarms,
                    each[8]));
        }
        return outcomes;
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(size(in)), StandardCharsets.UTF_8);
    }

    private static int size(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > MOST_ENTRIES) {
            throw new IOException("no size: " + size);
        }
        return size;
    }

    static void write(DataOutputStream out, SourceMap map) throws IOException {
        out.writeDouble(map.chance().threshold());
        write(out, map.chance().deviation());
        write(out, map.chance().largest());
        write(out, map.penalty());
        write(out, Arrays.stream(map.fit().cells()).asDoubleStream().toArray());
        write(out, map.fit().strengthsGPerS());
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

    static SourceMap map(DataInputStream in) throws IOException {
        ChanceLevel chance = new ChanceLevel(in.readDouble(), doubles(in), doubles(in));
        double[] penalty = doubles(in);
        SourceFit fit = new SourceFit(ints(in), doubles(in), true, 0);
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
        return new SourceMap(chance, penalty, fit, new SourcePosterior(probability, sources), told);
    }
}

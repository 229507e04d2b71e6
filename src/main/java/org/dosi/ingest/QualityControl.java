package org.dosi.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dosi.kernel.quality.FlatLine;
import org.dosi.kernel.quality.LoneSpike;
import org.dosi.kernel.quality.Neighbours;
import org.dosi.kernel.quality.NetworkSpike;
import org.dosi.kernel.quality.ProfileSpike;
import org.dosi.kernel.quality.RangeTest;
import org.dosi.kernel.quality.SpikeScale;
import org.dosi.model.Datastream;
import org.dosi.model.Flag;
import org.dosi.model.Step;
import org.jspecify.annotations.Nullable;

/// Asks of every fresh value whether it is possible, moves, and fits its neighbours and companions; adds
/// flags, changes no value.
///
/// First the tests of single values (range, zero), then the weather of an hour against itself, then flat
/// lines and spikes over what is left, and particles last, so that a spike of PM2.5 does not throw doubt
/// on PM10: a value that is condemned already is no witness against others. Which test with which numbers
/// stands in the [RuleBook]. Holds no state between calls; the series belong to the calling thread
/// meanwhile.
final class QualityControl {
    /// Nearest neighbours asked. More cost time and, in a city, stand beyond the reach of one event.
    private static final int NEIGHBOURS = 8;

    private static final long DAY_SECONDS = 86_400;
    private static final long WEEK_SECONDS = 7 * DAY_SECONDS;

    private final RuleBook rules;

    QualityControl(RuleBook rules) {
        this.rules = rules;
    }

    /// Flags what the rules find in the fresh part of these series: all datastreams of one data set that
    /// came in one batch, each with some older values before, where there are any. The more context, the
    /// better known is what is usual: a week is little, eight weeks are plenty. The order of the series
    /// does not matter.
    void check(List<Series> series) {
        List<List<Series>> networks = networks(series);
        for (List<Series> network : networks) {
            Rule rule = rule(network);
            if (rule != null) {
                network.forEach(s -> checkValues(s, rule));
            }
        }
        CompanionControl.checkWeather(series);
        // Each network has its own series, so they can be judged side by side; the result is the same.
        networks.parallelStream().forEach(network -> {
            Rule rule = rule(network);
            if (rule != null && isRegular(network.getFirst().datastream().step())) {
                checkRows(network, rule);
            }
        });
        CompanionControl.checkParticles(series);
    }

    private record Kind(String property, String unit, Step step) {}

    /// The series of one property, unit and step, in the order of their ids.
    private static List<List<Series>> networks(List<Series> series) {
        Map<Kind, List<Series>> networks = new LinkedHashMap<>();
        series.stream().sorted(Comparator.comparing(s -> s.datastream().id())).forEach(s -> {
            Datastream stream = s.datastream();
            Kind kind = new Kind(stream.property().id(), stream.unit(), stream.step());
            networks.computeIfAbsent(kind, _ -> new ArrayList<>()).add(s);
        });
        return List.copyOf(networks.values());
    }

    private @Nullable Rule rule(List<Series> network) {
        Datastream stream = network.getFirst().datastream();
        return rules.find(stream.property(), stream.unit()).orElse(null);
    }

    private static void checkValues(Series s, Rule rule) {
        RangeTest.mark(s.value(), s.freshFrom(), rule.low(), rule.high(), s.flags(), Flag.OUT_OF_RANGE.mask());
        if (rule.zeroIsSuspect()) {
            RangeTest.markZeros(s.value(), s.freshFrom(), s.flags(), Flag.SUSPECT_ZERO.mask());
        } else if (rule.zeroAbove() > 0) {
            RangeTest.markZerosOfNeverQuiet(
                    s.value(), s.freshFrom(), rule.zeroAbove(), s.flags(), Flag.SUSPECT_ZERO.mask());
        }
    }

    /// Months and quarters have no hours to compare.
    private static boolean isRegular(Step step) {
        return switch (step) {
            case MINUTES_5, HOUR -> true;
            case DAY, MONTH, QUARTER, YEAR -> false;
        };
    }

    private static void checkRows(List<Series> network, Rule rule) {
        long stepSeconds = network.getFirst().datastream().step().meanSeconds();
        int[][] neighbours =
                rule.spikeTest() == Rule.SpikeTest.NETWORK ? neighbours(network, rule.reachKm()) : new int[0][];
        Panel.forEach(network, stepSeconds, panel -> {
            if (rule.flatSteps() > 0) {
                markFlatLines(panel, rule);
            }
            if (rule.spikeTest() != Rule.SpikeTest.NONE) {
                markSpikes(panel, rule, neighbours, stepSeconds);
            }
        });
    }

    private static int[][] neighbours(List<Series> network, double reachKm) {
        double[] longitude = network.stream().mapToDouble(Series::longitude).toArray();
        double[] latitude = network.stream().mapToDouble(Series::latitude).toArray();
        return Neighbours.nearest(longitude, latitude, NEIGHBOURS, reachKm);
    }

    private static void markFlatLines(Panel panel, Rule rule) {
        FlatLine.Repetition repetition = FlatLine.repetition(panel.rows);
        for (int r = 0; r < panel.rows.length; r++) {
            FlatLine.mark(
                    panel.rows[r],
                    repetition,
                    rule.flatSteps(),
                    !rule.zeroIsSuspect(),
                    panel.marks[r],
                    Flag.FLAT_LINE.mask());
        }
    }

    private static void markSpikes(Panel panel, Rule rule, int[][] neighbours, long stepSeconds) {
        SpikeScale scale = Objects.requireNonNull(rule.scale(), "a rule with a spike test has a scale");
        int mask = Flag.SPIKE.mask();
        switch (rule.spikeTest()) {
            case NONE -> {}
            case NETWORK -> {
                int day = Math.toIntExact(DAY_SECONDS / stepSeconds);
                NetworkSpike.mark(panel.rows, neighbours, scale, day, panel.marks, mask);
                for (int r = 0; r < panel.rows.length; r++) {
                    if (neighbours[r].length < NetworkSpike.FEWEST) {
                        LoneSpike.mark(panel.rows[r], scale, false, panel.marks[r], mask);
                    }
                }
            }
            case LONE -> {
                for (int r = 0; r < panel.rows.length; r++) {
                    LoneSpike.mark(panel.rows[r], scale, false, panel.marks[r], mask);
                }
            }
            case PROFILE ->
                ProfileSpike.mark(
                        panel.rows, slots(panel, stepSeconds), slotCount(stepSeconds), scale, panel.marks, mask);
        }
    }

    private static int slotCount(long stepSeconds) {
        return Math.toIntExact(WEEK_SECONDS / stepSeconds);
    }

    /// The hour of the week of every column. UTC will do: it only tells like from unlike.
    private static int[] slots(Panel panel, long stepSeconds) {
        int[] slots = new int[panel.steps.length];
        for (int t = 0; t < slots.length; t++) {
            slots[t] = Math.floorMod(panel.steps[t], slotCount(stepSeconds));
        }
        return slots;
    }
}

package org.dosi.analysis.air.factors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dosi.analysis.air.AirAnalysis;
import org.dosi.analysis.air.AirData;
import org.dosi.analysis.air.GroupedFinding;
import org.dosi.analysis.air.Network;
import org.dosi.analysis.air.Series;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.Settings;
import org.dosi.model.Name;
import org.dosi.model.TimeTable;

/// Where each factor comes from: an analysis of direction for the contributions of every factor.
///
/// Each hour of wind within a sample is paired with the sample's contribution (Kim and Hopke 2004, Aerosol Science
/// and Technology 38, 1009-1020, who so match daily samples with hourly winds). Hours of wind outside of all samples
/// take no part.
///
/// @param wind two columns: speed in m/s, and where from in degrees clockwise from north
/// @param sampleHours how long a sample lasts from its time on
public record FactorDirections(FactorFinding finding, TimeTable wind, int sampleHours) {
    private static final int HOUR_S = 3600;
    private static final String CONTRIBUTION = "contribution";

    /// The analysis of every factor, as if it had been asked by groups.
    public <F extends Finding> GroupedFinding<F> by(AirAnalysis<F> analysis) {
        int[] samples = samples();
        List<GroupedFinding.Group<F>> groups = new ArrayList<>();
        for (int k = 0; k < finding.factors(); k++) {
            F found = analysis.find(new OneFactor(series(k, samples)), new Settings(analysis.parameters(), Map.of()));
            String name = FactorFinding.name(k);
            groups.add(new GroupedFinding.Group<>(name, Name.of(name), found));
        }
        int outside = (int) Arrays.stream(samples).filter(sample -> sample < 0).count();
        return new GroupedFinding<>(
                finding.provenance(), "factor", Name.of("요인", "factor"), groups, List.of(), outside);
    }

    /// Of each hour of wind, the sample that it falls into, -1 for none.
    private int[] samples() {
        long[] times = finding.data().timeS();
        int[] order = IntStream.range(0, times.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> times[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] sampleOfHour = new int[wind.size()];
        int next = 0;
        for (int h = 0; h < sampleOfHour.length; h++) {
            long hour = wind.startS()[h];
            while (next < order.length && times[order[next]] <= hour) {
                next++;
            }
            boolean inside = next > 0 && hour < times[order[next - 1]] + (long) sampleHours * HOUR_S;
            sampleOfHour[h] = inside ? order[next - 1] : -1;
        }
        return sampleOfHour;
    }

    private Series series(int factor, int[] sampleOfHour) {
        double[] contributions = finding.contributions(factor);
        int[] hours = IntStream.range(0, sampleOfHour.length)
                .filter(h -> sampleOfHour[h] >= 0)
                .toArray();
        double[] values = Arrays.stream(hours)
                .mapToDouble(h -> contributions[sampleOfHour[h]])
                .toArray();
        TimeTable.Column speed = wind.columns().get(0);
        TimeTable.Column from = wind.columns().get(1);
        TimeTable table = new TimeTable(
                wind.zone(),
                wind.stepSeconds(),
                Arrays.stream(hours).mapToLong(h -> wind.startS()[h]).toArray(),
                List.of(new TimeTable.Column(CONTRIBUTION, Name.of("요인 기여도", "Factor contribution"), "", values)));
        return new Series(
                table,
                Name.of(Integer.toString(finding.factors()) + "개 요인", finding.factors() + " factors"),
                Series.Wind.of(
                        Arrays.stream(hours).mapToDouble(h -> speed.values()[h]).toArray(),
                        Arrays.stream(hours).mapToDouble(h -> from.values()[h]).toArray(),
                        Double.NaN,
                        speed.id(),
                        from.id()),
                List.of());
    }

    /// One factor's contributions as data.
    private final class OneFactor implements AirData {
        private final Series series;

        OneFactor(Series series) {
            this.series = series;
        }

        @Override
        public List<String> values() {
            return List.of(CONTRIBUTION);
        }

        @Override
        public Series series(List<String> values, Need need, List<String> others) {
            return series;
        }

        @Override
        public Network network(String value, Need need) {
            throw new IllegalStateException("factors are of one place");
        }

        @Override
        public Provenance provenance(String analysis, List<String> inputs, Map<String, String> parameters) {
            Provenance own = finding.provenance();
            return new Provenance(analysis, own.inputs(), null, null, parameters, own.version());
        }
    }
}

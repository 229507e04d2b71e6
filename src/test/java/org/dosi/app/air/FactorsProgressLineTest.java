package org.dosi.app.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.dosi.analysis.air.factors.FactorAnalysis;
import org.dosi.analysis.air.factors.FactorInput;
import org.dosi.analysis.air.factors.FactorProgress;
import org.dosi.analysis.air.factors.FactorSettings;
import org.junit.jupiter.api.Test;

class FactorsProgressLineTest {

    @Test
    void aLineSaysWhatIsDoneAndHowMuchOfIt() {
        assertThat(FactorsProgressLine.line(FactorProgress.Stage.BOOTSTRAP, 34, 100, 41.4))
                .isEqualTo("dosi: bootstrap: 34 of 100 resamples, 41 s");
        assertThat(FactorsProgressLine.line(FactorProgress.Stage.DISPLACEMENT, 0, 492, 10))
                .isEqualTo("dosi: displacement: 0 of 492 ends, 10 s");
        assertThat(FactorsProgressLine.line(FactorProgress.Stage.BOTH, 3, 20, 60))
                .isEqualTo("dosi: bootstrap with displacement: 3 of 20 resamples, 60 s");
        assertThat(FactorsProgressLine.line(FactorProgress.Stage.STARTS, 0, 0, 20))
                .isEqualTo("dosi: factors: solving from random starts, 20 s");
    }

    /// Each stage counts up to exactly what it promised.
    @Test
    void everyStageCountsToItsEnd() {
        Map<FactorProgress.Stage, Integer> promised = new EnumMap<>(FactorProgress.Stage.class);
        Map<FactorProgress.Stage, AtomicInteger> counted = new EnumMap<>(FactorProgress.Stage.class);
        List<FactorProgress.Stage> order = new ArrayList<>();
        FactorProgress progress = new FactorProgress() {
            @Override
            public void begin(Stage stage, int steps) {
                promised.put(stage, steps);
                counted.put(stage, new AtomicInteger());
                order.add(stage);
            }

            @Override
            public void step() {
                Objects.requireNonNull(counted.get(order.getLast())).incrementAndGet();
            }
        };

        FactorAnalysis.find(input(), settings(), "test", progress);

        assertThat(order).containsExactly(FactorProgress.Stage.values());
        counted.forEach(
                (stage, count) -> assertThat(count.get()).as("%s", stage).isEqualTo(promised.get(stage)));
        assertThat(promised)
                .containsEntry(FactorProgress.Stage.BOOTSTRAP, 3)
                .containsEntry(FactorProgress.Stage.DISPLACEMENT, 2 * 2 * 3)
                .containsEntry(FactorProgress.Stage.BOTH, 3);
    }

    private static FactorSettings settings() {
        return new FactorSettings(
                2,
                1,
                false,
                1,
                0,
                new FactorSettings.Weighing(List.of(), List.of(), 0),
                List.of(),
                new FactorSettings.Errors(Set.of(FactorSettings.Estimate.values()), 3, 1, List.of()));
    }

    private static FactorInput input() {
        SplittableRandom random = new SplittableRandom(1);
        long[] times = new long[20];
        double[][] x = new double[20][];
        double[][] u = new double[20][];
        for (int i = 0; i < 20; i++) {
            times[i] = 3600L * i;
            double one = random.nextDouble();
            double other = random.nextDouble();
            x[i] = new double[] {one, other, one + other};
            u[i] = new double[] {0.1, 0.1, 0.1};
        }
        return new FactorInput(null, times, List.of(), List.of("a", "b", "c"), x, u, List.of());
    }
}

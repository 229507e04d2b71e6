package org.dosi.product.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.dosi.analysis.air.StoreAirData;
import org.dosi.analysis.finding.BadSetting;
import org.dosi.analysis.finding.Finding;
import org.dosi.analysis.finding.Provenance;
import org.dosi.analysis.finding.ResultTable;
import org.dosi.model.TimeWindow;
import org.junit.jupiter.api.Test;

class KeptFindingsTest {
    private final AtomicLong version = new AtomicLong();
    private final AtomicLong worked = new AtomicLong();
    private final KeptFindings kept = new KeptFindings(version::get);

    private record Found(Provenance provenance) implements Finding {
        @Override
        public ResultTable table() {
            return ResultTable.of();
        }

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }
    }

    private static KeptFindings.Question question(String name) {
        return new KeptFindings.Question(
                "episodes",
                new StoreAirData.Choice(List.of(), null, null, null, null, TimeWindow.ALL, null, false),
                Map.of("name", name));
    }

    private Found work() {
        worked.incrementAndGet();
        return new Found(new Provenance("episodes", List.of(), null, null, Map.of(), "1"));
    }

    @Test
    void theSameQuestionIsWorkedOnce() {
        Finding first = kept.get(question("a"), this::work);

        assertThat(kept.<Finding>get(question("a"), this::work)).isSameAs(first);
        kept.get(question("b"), this::work);
        assertThat(worked).hasValue(2);
    }

    @Test
    void aChangedStoreMakesEveryAnswerNew() {
        Finding first = kept.get(question("a"), this::work);
        version.incrementAndGet();

        assertThat(kept.<Finding>get(question("a"), this::work)).isNotSameAs(first);
    }

    @Test
    void aRefusalIsNotKept() {
        assertThatThrownBy(() -> kept.get(question("a"), () -> {
                    throw new BadSetting("expected one value, found none");
                }))
                .isInstanceOf(BadSetting.class);

        kept.get(question("a"), this::work);
        assertThat(worked).hasValue(1);
    }
}

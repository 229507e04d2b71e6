package org.dosi.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.dosi.model.FeatureOfInterest;
import org.dosi.model.Name;
import org.dosi.store.ObservationStore;
import org.dosi.store.StoreFiller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NameIndexTest {
    @TempDir
    static Path folder;

    private static NameIndex index;

    @BeforeAll
    static void fill() {
        try (ObservationStore store = StoreFiller.open(folder)) {
            new StoreFiller(StoreFiller.dataset("names", null))
                    .add(feature("links:1", "강남대로", "Gangnam-daero"))
                    .add(feature("links:2", "서울강남로", "Seoul Gangnam-ro"))
                    .add(feature("gu:11680", "강남구", "Gangnam-gu"))
                    .add(feature("subway-stations:2/강남", "강남", "Gangnam"))
                    .add(feature("gu:11440", "마포구", "Mapo-gu"))
                    .add(feature("dong:1", "강 남", "Gang Nam"))
                    .into(store);
            index = new NameIndex(Inventory.of(store));
        }
    }

    @Test
    void theBeginningComesBeforeTheMiddleAndAreasBeforeLinks() {
        assertThat(find("강남")).containsExactly("gu:11680", "subway-stations:2/강남", "links:1", "links:2");
    }

    @Test
    void caseAndSurroundingBlanksDoNotMatter() {
        assertThat(find("  GANGNAM-GU ")).containsExactly("gu:11680");
        assertThat(find("po-g")).as("the middle of a word").containsExactly("gu:11440");
    }

    @Test
    void initialConsonantsAreEnough() {
        assertThat(find("ㅁㅍㄱ")).containsExactly("gu:11440");
        assertThat(find("ㄱㄴㄱ")).containsExactly("gu:11680");
    }

    @Test
    void syllablesThatWereTakenApartArePutTogether() {
        assertThat(find(Normalizer.normalize("마포", Normalizer.Form.NFD))).containsExactly("gu:11440");
    }

    @Test
    void nothingIsFoundForNothing() {
        assertThat(find("   ")).isEmpty();
        assertThat(find("서초")).isEmpty();
        assertThat(index.find("강남", 2)).hasSize(2);
    }

    private List<String> find(String text) {
        return index.find(text, 100).stream().map(FeatureOfInterest::id).toList();
    }

    private static FeatureOfInterest feature(String id, String ko, String en) {
        return new FeatureOfInterest(id, Name.of(ko, en), null, Map.of());
    }
}

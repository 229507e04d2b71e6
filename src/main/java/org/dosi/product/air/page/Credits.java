package org.dosi.product.air.page;

import java.util.List;
import org.dosi.model.Dataset;
import org.dosi.product.plot.Style;

/// Whose data a page was made from, in one line.
final class Credits {

    private Credits() {}

    /// The data sets with their publishers and licences; empty for none.
    static String of(List<Dataset> datasets, Style style) {
        return String.join(
                " · ", datasets.stream().map(dataset -> credit(dataset, style)).toList());
    }

    private static String credit(Dataset dataset, Style style) {
        String licence = dataset.licence().equals(Dataset.PUBLISHERS_TERMS)
                ? style.say("제공 기관의 이용 조건에 따름", "publisher’s terms apply")
                : dataset.licence();
        return "%s (%s; %s)".formatted(style.say(dataset.title()), style.say(dataset.publisher()), licence);
    }
}

package org.dosi.analysis.air.factors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dosi.kernel.factors.BootstrapDisplacement;
import org.dosi.kernel.factors.FactorBootstrap;
import org.dosi.kernel.factors.FactorDisplacement;

/// The error estimates of factors in numbers.
final class FactorSummary {
    private FactorSummary() {}

    static void addErrors(Map<String, Object> all, FactorFinding finding) {
        all.put("fixed_elements", fixed(finding));
        FactorBootstrap.Mapped mapped = finding.errors().bootstrap();
        if (mapped != null) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("resamples", mapped.resamples());
            map.put("block_size", finding.errors().blockSize());
            map.put("least_correlation", FactorBootstrap.THRESHOLD);
            Map<String, Object> counts = new LinkedHashMap<>();
            for (int k = 0; k < mapped.factors(); k++) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int b = 0; b < mapped.factors(); b++) {
                    row.put(FactorFinding.name(b), mapped.counts()[k][b]);
                }
                row.put("none", mapped.counts()[k][mapped.factors()]);
                counts.put(FactorFinding.name(k), row);
            }
            map.put("mapped_to", counts);
            all.put("bootstrap", map);
        }
        FactorDisplacement.Intervals moved = finding.errors().displacement();
        if (moved != null) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("displacements", moved.displacements());
            map.put("largest_fall_of_q", moved.largestFall());
            Map<String, Object> swaps = new LinkedHashMap<>();
            for (int l = 0; l < moved.levels().length; l++) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int k = 0; k < moved.swaps()[l].length; k++) {
                    row.put(FactorFinding.name(k), moved.swaps()[l][k]);
                }
                swaps.put("dq" + (long) moved.levels()[l], row);
            }
            map.put("swaps", swaps);
            all.put("displacement", map);
        }
        BootstrapDisplacement.Intervals both = finding.errors().both();
        if (both != null) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("block_size", finding.errors().blockSize());
            map.put("displaced", displaced(finding, both));
            map.put("resamples_kept", both.kept());
            map.put("left_out_not_mapped", both.unmapped());
            map.put("left_out_q_fell", both.fell());
            map.put("left_out_swapped", both.swapped());
            all.put("bootstrap_displacement", map);
        }
    }

    /// The species that were displaced in a resample that was kept; the others have empty cells.
    private static List<String> displaced(FactorFinding finding, BootstrapDisplacement.Intervals both) {
        List<String> species = finding.data().species();
        double[] lower = both.lower()[0];
        return IntStream.range(0, species.size())
                .filter(c -> IntStream.range(0, lower.length / species.size())
                        .anyMatch(k -> Double.isFinite(lower[k * species.size() + c])))
                .mapToObj(species::get)
                .toList();
    }

    private static List<Map<String, Object>> fixed(FactorFinding finding) {
        List<Map<String, Object>> fixed = new ArrayList<>();
        int m = finding.data().species().size();
        for (int e = 0; e < finding.errors().fixed().length; e++) {
            if (finding.errors().fixed()[e]) {
                Map<String, Object> element = new LinkedHashMap<>();
                element.put("factor", FactorFinding.name(e / m));
                element.put("species", finding.data().species().get(e % m));
                element.put("value", finding.solution().profile()[e]);
                fixed.add(element);
            }
        }
        return fixed;
    }
}

package org.dosi.kernel.traffic;

import java.util.Collections;
import java.util.List;

/// Which detectors are beside each other along the roads.
///
/// @param basis how that is known
/// @param of by detector: the others, nearest first; none where nothing is known
public record Neighbours(Basis basis, List<List<Near>> of) {

    public Neighbours {
        of = of.stream().map(List::copyOf).toList();
    }

    /// How it is known who is beside whom.
    public enum Basis {
        /// A table of adjacencies came with the data.
        ADJACENCY,
        /// Along the links of the road network.
        ROADS,
        /// By distance on the map, since no roads are known.
        DISTANCE,
        UNKNOWN
    }

    /// A detector beside another.
    ///
    /// @param detector its index
    /// @param weight above 0, up to 1 for the closest
    public record Near(int detector, double weight) {}

    /// Nothing is known.
    public static Neighbours unknown(int detectors) {
        return new Neighbours(Basis.UNKNOWN, Collections.nCopies(detectors, List.of()));
    }
}

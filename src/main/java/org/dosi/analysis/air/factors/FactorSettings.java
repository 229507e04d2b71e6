package org.dosi.analysis.air.factors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dosi.analysis.finding.Parameter;

/// What is asked of a factorisation.
///
/// @param fpeak 0 for none
/// @param weak species whose uncertainty counts threefold
/// @param bad species left out
/// @param constraints fitted again under these, if any
/// @param errors the error estimates to make
public record FactorSettings(
        int factors,
        int starts,
        boolean robust,
        long seed,
        double fpeak,
        List<String> weak,
        List<String> bad,
        List<FactorRule> constraints,
        Errors errors) {

    public FactorSettings {
        weak = List.copyOf(weak);
        bad = List.copyOf(bad);
        constraints = List.copyOf(constraints);
    }

    /// How profiles can be doubted.
    public enum Estimate {
        BOOTSTRAP,
        DISPLACEMENT,
        BOTH
    }

    /// Which estimates, and how much work they are worth.
    ///
    /// @param resamples of the bootstrap; 0 for 100, and 20 where every resample is displaced
    /// @param blockSize samples in a block; 0 for one that the contributions' memory asks for
    /// @param displaced species to displace; none for all that are not weak, and, where every resample is
    ///     displaced, for the species of which a factor has the largest share
    public record Errors(Set<Estimate> estimates, int resamples, int blockSize, List<String> displaced) {
        public static final Errors NONE = new Errors(Set.of(), 0, 0, List.of());

        public Errors {
            estimates = Set.copyOf(estimates);
            displaced = List.copyOf(displaced);
        }
    }

    /// A constraint in the words of its file.
    ///
    /// @param factor counted from 1, as the factors are named
    /// @param of the species, or the sample's time as a number of seconds for [Kind#ABSENT]
    /// @param low the value of [Kind#FIX], the lower end of [Kind#RANGE], the allowed rise of Q of a pull, %
    /// @param high the upper end of [Kind#RANGE]
    public record FactorRule(int factor, Kind kind, String of, double low, double high) {
        public enum Kind {
            ZERO,
            FIX,
            RANGE,
            PULL_UP,
            PULL_DOWN,
            ABSENT
        }

        private String inWords() {
            return "F%d %s %s %s %s".formatted(factor, Parameter.word(kind), of, low, high);
        }
    }

    /// For the provenance.
    Map<String, String> used() {
        Map<String, String> used = new LinkedHashMap<>();
        used.put("factors", Integer.toString(factors));
        used.put("starts", Integer.toString(starts));
        used.put("robust", Boolean.toString(robust));
        used.put("seed", Long.toString(seed));
        used.put("fpeak", Double.toString(fpeak));
        used.put("weak", String.join(",", weak));
        used.put("bad", String.join(",", bad));
        used.put("constraints", constraints.stream().map(FactorRule::inWords).collect(Collectors.joining("; ")));
        used.put(
                "errors",
                errors.estimates.stream().sorted().map(Parameter::word).collect(Collectors.joining(",")));
        if (!errors.estimates.isEmpty()) {
            used.put("resamples", Integer.toString(errors.resamples));
            used.put("block", Integer.toString(errors.blockSize));
            used.put("displace", String.join(",", errors.displaced));
        }
        return used;
    }
}

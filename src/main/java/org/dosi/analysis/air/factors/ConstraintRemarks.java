package org.dosi.analysis.air.factors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dosi.kernel.factors.FactorConstraint;
import org.dosi.kernel.factors.Factorisation;
import org.dosi.model.Name;

/// Where the samples speak against what a solution was held to.
final class ConstraintRemarks {
    /// A rise of Q from which it is said: what pulls are allowed together is far below, by default 1 % each.
    private static final double MUCH = 0.05;

    private ConstraintRemarks() {}

    /// @param base the solution before
    /// @param species names of its species
    static List<Name> of(
            Factorisation base, Factorisation held, List<FactorConstraint> constraints, List<String> species) {
        List<Name> remarks = new ArrayList<>();
        double rise = held.qTrue() / base.qTrue() - 1;
        if (rise > MUCH) {
            remarks.add(Name.of(
                    String.format(Locale.ROOT, "제약으로 Q가 %.0f %% 늘어남: 시료와 어긋나는 제약이 있음", 100 * rise),
                    String.format(
                            Locale.ROOT,
                            "the constraints raise Q by %.0f %%: the samples speak against some of them",
                            100 * rise)));
        }
        for (FactorConstraint constraint : constraints) {
            if (constraint instanceof FactorConstraint.Pull pull) {
                double before = base.profile(pull.factor(), pull.species());
                double after = held.profile(pull.factor(), pull.species());
                if (pull.up() ? after <= before : after >= before) {
                    String what = "%s %s".formatted(FactorFinding.name(pull.factor()), species.get(pull.species()));
                    remarks.add(Name.of(
                            String.format(Locale.ROOT, "%s: 당겼으나 그쪽으로 가지 않음(%.4g → %.4g)", what, before, after),
                            String.format(
                                    Locale.ROOT,
                                    "%s: the pull %s did not move it there (%.4g to %.4g)",
                                    what,
                                    pull.up() ? "up" : "down",
                                    before,
                                    after)));
                }
            }
        }
        return remarks;
    }
}

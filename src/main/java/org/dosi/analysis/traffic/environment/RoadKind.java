package org.dosi.analysis.traffic.environment;

import java.util.Optional;
import org.dosi.analysis.finding.Parameter;

/// What a road is for, as far as it is known.
public enum RoadKind {
    EXPRESSWAY("2"),
    MAJOR("3"),
    MINOR("4"),
    OTHER("5"),
    /// No expressway; which of the other classes is not known.
    STREET("");

    private final String code;

    RoadKind(String code) {
        this.code = code;
    }

    /// The kind of the publisher's class (도로기능별 구분코드).
    static Optional<RoadKind> find(String code) {
        for (RoadKind kind : values()) {
            if (!code.isEmpty() && kind.code.equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    String word() {
        return Parameter.word(this);
    }

    /// Where the class of a link comes from.
    public enum Origin {
        PUBLISHED,
        /// The counting point on it, or on the same carriageway near it, says so.
        COUNTED,
        /// By a vote of the links most like it.
        INFERRED
    }
}

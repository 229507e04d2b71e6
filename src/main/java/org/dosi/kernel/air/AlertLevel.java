package org.dosi.kernel.air;

import java.util.List;

/// The levels of a Korean air-pollution alert, from the least: advisory (주의보), warning (경보), severe warning
/// (중대경보; ozone alone).
public enum AlertLevel {
    ADVISORY,
    WARNING,
    SEVERE_WARNING;

    public static final List<AlertLevel> ALL = List.of(values());
}

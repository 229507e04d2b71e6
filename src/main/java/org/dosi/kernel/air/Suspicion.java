package org.dosi.kernel.air;

/// Why a value is not to be believed as it stands; the bits of a mask, 0 for a good value.
public enum Suspicion {
    /// Outside of what nature or the instrument can show.
    RANGE(1),
    /// Stands still for too long.
    FLAT(2),
    /// Far from the neighbours and from its own past: a fault, or an event at one station.
    SPIKE(4),
    /// A zero where none is expected.
    ZERO(8),
    /// Contradicts another property of the same place and hour.
    CONTRADICTION(16),
    /// The publisher says so.
    STATUS(32),
    /// Filled in, not measured.
    ESTIMATED(64);

    private final int mask;

    Suspicion(int mask) {
        this.mask = mask;
    }

    public int mask() {
        return mask;
    }

    public boolean in(int bits) {
        return (bits & mask) != 0;
    }
}

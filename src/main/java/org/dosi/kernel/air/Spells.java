package org.dosi.kernel.air;

import java.util.ArrayList;
import java.util.List;

/// Unbroken spells of hours: begun by a core hour, spread over the shoulder hours about it.
final class Spells {

    private Spells() {}

    /// @param start the first hour
    /// @param end the first hour no longer in it
    record Spell(int start, int end) {

        int hours() {
            return end - start;
        }

        int overlap(Spell other) {
            return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
        }
    }

    /// The spells of at least `leastCore` core hours; two with at most `gap` hours between them are one. A
    /// core hour is a shoulder hour, too. O(hours).
    static List<Spell> of(boolean[] core, boolean[] shoulder, int gap, int leastCore) {
        List<Spell> merged = new ArrayList<>();
        for (int h = 0; h < core.length; ) {
            int end = h;
            boolean begun = false;
            while (end < core.length && (shoulder[end] || core[end])) {
                begun |= core[end++];
            }
            if (begun) {
                Spell last = merged.isEmpty() ? new Spell(-1, -1) : merged.getLast();
                if (last.end >= 0 && h - last.end <= gap) {
                    merged.set(merged.size() - 1, new Spell(last.start, end));
                } else {
                    merged.add(new Spell(h, end));
                }
            }
            h = Math.max(end, h + 1);
        }
        merged.removeIf(s -> count(core, s) < leastCore);
        return merged;
    }

    static int count(boolean[] hour, Spell spell) {
        int count = 0;
        for (int h = spell.start; h < spell.end; h++) {
            count += hour[h] ? 1 : 0;
        }
        return count;
    }
}

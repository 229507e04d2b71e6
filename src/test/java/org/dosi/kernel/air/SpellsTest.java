package org.dosi.kernel.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dosi.kernel.air.Spells.Spell;
import org.junit.jupiter.api.Test;

class SpellsTest {

    @Test
    void aSpellSpreadsOverTheShouldersOfItsCore() {
        assertThat(of("..ssCCs.ss..", 0, 1)).containsExactly(new Spell(2, 7));
    }

    @Test
    void spellsAreOneUpToTheGapAndTwoBeyondIt() {
        assertThat(of("C..C", 2, 1)).containsExactly(new Spell(0, 4));
        assertThat(of("C...C", 2, 1)).containsExactly(new Spell(0, 1), new Spell(4, 5));
    }

    @Test
    void aSpellWithTooLittleCoreIsNone() {
        assertThat(of("sCsss.CCs", 0, 2)).containsExactly(new Spell(6, 9));
        assertThat(of("....", 0, 1)).isEmpty();
        assertThat(of("", 0, 1)).isEmpty();
    }

    @Test
    void coreAtBothEndsOfTheRecordCounts() {
        assertThat(of("C.....C", 1, 1)).containsExactly(new Spell(0, 1), new Spell(6, 7));
    }

    private static List<Spell> of(String hours, int gap, int leastCore) {
        boolean[] core = new boolean[hours.length()];
        boolean[] shoulder = new boolean[hours.length()];
        for (int h = 0; h < core.length; h++) {
            core[h] = hours.charAt(h) == 'C';
            shoulder[h] = hours.charAt(h) != '.';
        }
        return Spells.of(core, shoulder, gap, leastCore);
    }
}

package org.dosi.kernel.traffic.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NearestVoteTest {

    @Test
    void mostOfTheNearestDecide() {
        double[][] known = {{0}, {1}, {2}, {10}, {11}};
        NearestVote vote = new NearestVote(known, new int[] {0, 0, 1, 1, 1}, 3);

        assertThat(vote.of(new double[] {0.5})).isZero();
        assertThat(vote.of(new double[] {10.4})).isEqualTo(1);
    }

    /// Two against two: of the labels, that of the nearest voter.
    @Test
    void aTieGoesToTheNearest() {
        double[][] known = {{0}, {1}, {3}, {4}};
        NearestVote vote = new NearestVote(known, new int[] {0, 0, 1, 1}, 4);

        assertThat(vote.of(new double[] {1.5})).isZero();
        assertThat(vote.of(new double[] {2.5})).isEqualTo(1);
    }

    @Test
    void aFeatureOfGreatNumbersCountsNoMoreThanOthers() {
        double[][] known = {{0, 1000}, {1, -1000}, {0, -1000}, {1, 1000}};
        NearestVote vote = new NearestVote(known, new int[] {0, 1, 0, 1}, 1);

        assertThat(vote.of(new double[] {0.1, 900})).isZero();
        assertThat(vote.of(new double[] {0.9, -900})).isEqualTo(1);
    }

    /// The two pieces of one road are at one spot: with each other they would be right, without they are not.
    @Test
    void piecesOfOneRoadDoNotVouchForEachOther() {
        double[][] known = {{0}, {0}, {0.5}, {9}};
        NearestVote vote = new NearestVote(known, new int[] {1, 1, 0, 1}, 1);

        assertThat(vote.withoutOwnGroup(new int[] {1, 1, 2, 3})).containsExactly(0, 0, 1, 0);
    }
}

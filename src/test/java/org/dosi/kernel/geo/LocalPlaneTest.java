package org.dosi.kernel.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LocalPlaneTest {
    private static final LocalPlane SEOUL = new LocalPlane(127, 37.5);

    /// A degree of latitude on the mean sphere is 111,195 m, one of longitude at 37.5° its cosine of that.
    @Test
    void aDegreeIsAsLongAsOnTheSphere() {
        assertThat(SEOUL.yM(38.5)).isCloseTo(111_195, within(1.0));
        assertThat(SEOUL.xM(128)).isCloseTo(88_217, within(1.0));
        assertThat(SEOUL.xM(127)).isZero();
    }

    @Test
    void thereAndBackIsWhereItBegan() {
        assertThat(SEOUL.lon(SEOUL.xM(126.8))).isCloseTo(126.8, within(1e-12));
        assertThat(SEOUL.lat(SEOUL.yM(37.69))).isCloseTo(37.69, within(1e-12));
    }
}

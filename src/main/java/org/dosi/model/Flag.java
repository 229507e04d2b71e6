package org.dosi.model;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Why a value is not good: the reason codes of quality control. A value can have several.
///
/// In columns the flags of a value are one integer, a bit for each flag: the bits are part of the store's
/// format, so a flag keeps its number for ever and a new one takes the next.
public enum Flag {
    OUT_OF_RANGE(0, Quality.BAD, "물리적 범위 밖", "outside the physical range"),
    FLAT_LINE(1, Quality.SUSPECT, "값이 멈춤", "flat line: the same value for too long"),
    SPIKE(2, Quality.SUSPECT, "튀는 값", "spike against neighbours and its own history"),
    SUSPECT_ZERO(3, Quality.SUSPECT, "의심스러운 0", "a zero where none is expected"),
    INCONSISTENT(4, Quality.SUSPECT, "다른 항목과 모순", "contradicts another property at the same place and time"),
    STATUS_CALIBRATION(5, Quality.SUSPECT, "발표기관: 교정 필요", "publisher: instrument needs calibration"),
    STATUS_ABNORMAL(6, Quality.BAD, "발표기관: 장비 이상", "publisher: instrument abnormal"),
    STATUS_POWER_OFF(7, Quality.BAD, "발표기관: 전원 꺼짐", "publisher: power off"),
    STATUS_REPAIR(8, Quality.BAD, "발표기관: 점검 중", "publisher: under repair"),
    STATUS_ABNORMAL_DATA(9, Quality.BAD, "발표기관: 비정상 자료", "publisher: abnormal data"),
    ESTIMATED(10, Quality.ESTIMATED, "측정하지 않고 채운 값", "filled in, not measured"),
    SIGN_LOST(11, Quality.BAD, "음수 부호 누락", "the minus sign was lost"),
    EDITIONS_DIFFER(12, Quality.ESTIMATED, "판마다 다르게 채운 값", "filled in differently by the data's editions");

    private final int bit;
    private final Quality quality;
    private final Name label;

    Flag(int bit, Quality quality, String ko, String en) {
        this.bit = bit;
        this.quality = quality;
        this.label = new Name(ko, en);
    }

    public int mask() {
        return 1 << bit;
    }

    public Quality quality() {
        return quality;
    }

    public Name label() {
        return label;
    }

    /// The code in files and in the page: `flat-line`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static int bits(Collection<Flag> flags) {
        int bits = 0;
        for (Flag flag : flags) {
            bits |= flag.mask();
        }
        return bits;
    }

    public static Set<Flag> listOf(int bits) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        for (Flag flag : values()) {
            if ((bits & flag.mask()) != 0) {
                flags.add(flag);
            }
        }
        return flags;
    }

    /// The worst quality of the flags; `GOOD` for none.
    public static Quality quality(int bits) {
        Quality worst = Quality.GOOD;
        for (Flag flag : values()) {
            if ((bits & flag.mask()) != 0 && flag.quality.compareTo(worst) > 0) {
                worst = flag.quality;
            }
        }
        return worst;
    }

    public static Flag parse(String code) {
        for (Flag flag : values()) {
            if (flag.code().equals(code)) {
                return flag;
            }
        }
        throw new IllegalArgumentException("expected a flag such as 'spike' or 'flat-line', found '" + code + "'");
    }
}

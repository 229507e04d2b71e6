package org.dosi.analysis.air.state;

import java.util.Locale;
import org.dosi.model.Name;

/// Why an alert may be none.
public enum AlertDoubt {
    NONE,
    /// Without values that look like an instrument's fault the limit would not have been reached; only
    /// where no quality control has seen the values, for elsewhere such values take no part.
    SUSPECT_VALUE,
    /// Ozone at one station alone, with the sun down.
    LONE_AT_NIGHT;

    /// As in columns: `lone_at_night`; empty for none.
    public String word() {
        return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
    }

    /// For people; empty for none.
    public Name label() {
        return switch (this) {
            case NONE -> Name.of("");
            case SUSPECT_VALUE -> Name.of("검사에서 의심된 값, 기기 이상일 수 있음", "a value that the tests doubt: maybe a fault");
            case LONE_AT_NIGHT -> Name.of("밤에 한 곳만, 기기 이상일 수 있음", "one station alone, at night: maybe a fault");
        };
    }

    /// That so many alerts are in doubt.
    Name remark(long alerts) {
        String some = alerts == 1 ? "1 alert rests" : alerts + " alerts rest";
        return switch (this) {
            case NONE -> Name.of("");
            case SUSPECT_VALUE ->
                Name.of(
                        "품질검사를 거치지 않은 자료: 특보 %d건은 기기 이상으로 의심되는 값에 근거함(doubt 열의 suspect_value)".formatted(alerts),
                        some + " on values that look like an instrument's fault; no quality control has seen these data"
                                + " (suspect_value in the column doubt)");
            case LONE_AT_NIGHT ->
                Name.of(
                        "오존 특보 %d건은 밤에 한 측정소의 값에만 근거하며 기기 이상일 수 있음(doubt 열의 lone_at_night)".formatted(alerts),
                        some
                                + " on the ozone of one station alone, at night: maybe a fault (lone_at_night in the column"
                                + " doubt)");
        };
    }
}

package org.dosi.analysis.air;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ForwardingAirDataTest {
    /// What is answered by asking other questions of the same data: these must reach the subclass.
    private static final Set<String> OF_OTHER_QUESTIONS =
            Set.of("value[]", "series[Need]", "provenance[String, List, Map, TimeWindow]");

    @Test
    void noQuestionFallsBackToWhatDataThatDoNotKnowSay() {
        Set<String> asked = signatures(AirData.class);
        Set<String> forwarded = signatures(ForwardingAirData.class);

        asked.removeAll(OF_OTHER_QUESTIONS);
        assertThat(forwarded).containsAll(asked).doesNotContainAnyElementsOf(OF_OTHER_QUESTIONS);
    }

    private static Set<String> signatures(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(ForwardingAirDataTest::signature)
                .collect(Collectors.toSet());
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .toList();
    }
}

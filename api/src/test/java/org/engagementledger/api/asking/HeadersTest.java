package org.engagementledger.api.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.engagementledger.api.problem.Misasked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of headers as Tomcat gives them, some of which no client of ours can send. */
class HeadersTest {

    @ParameterizedTest
    @ValueSource(strings = {"k", "a key", "\"quoted\"", "~!@#$%^&*(){}"})
    void aKeyIsTakenAsItIs(String key) {
        assertThat(IdempotencyKey.in(List.of(key))).isEqualTo(key);
        assertThat(IdempotencyKey.in(List.of())).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Schl\u00fcssel", "a\u007fb", "a\u0001b", "\u00a0"})
    void whatIsNoKeyIsRefused(String key) {
        assertThatExceptionOfType(Misasked.class).isThrownBy(() -> IdempotencyKey.in(List.of(key)));
    }

    @Test
    void thereIsOneKey() {
        assertThatExceptionOfType(Misasked.class)
                .isThrownBy(() -> IdempotencyKey.in(List.of("a", "a")));
    }

    @Test
    void severalHeadersAreOneListOfTags() {
        assertThat(IfMatch.in(List.of("\"5\"", "\"7\", W/\"9\"", "\"\u00e9\"")))
                .isEqualTo(new IfMatch(true, Set.of(5L, 7L)));
        assertThat(IfMatch.in(List.of("*"))).isEqualTo(new IfMatch(true, null));
        assertThat(IfMatch.in(List.of())).isEqualTo(IfMatch.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a b\"", "\"a\u0000\"", "\"5\"\"6\"", "*, *", "5", "\u00e9"})
    void whatIsNoTagIsRefused(String tag) {
        assertThatExceptionOfType(Misasked.class).isThrownBy(() -> IfMatch.in(List.of(tag)));
    }

    @Test
    void aLongHeaderIsReadInNoTime() {
        String many = String.join(",", Collections.nCopies(20_000, "\"1\""));

        assertThat(IfMatch.in(List.of(many)).versions()).containsExactly(1L);
        assertThatExceptionOfType(Misasked.class).isThrownBy(() -> IfMatch.in(List.of(many + "x")));
    }
}

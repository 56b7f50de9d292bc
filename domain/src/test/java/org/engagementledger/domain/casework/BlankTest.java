package org.engagementledger.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a text that is required says nothing. */
class BlankTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\r\n",
                "\u00a0",
                "\u00a0\u200b",
                "\u200b\u200c\u200d\u2060\ufeff",
                "\u00ad",
                "\u2028\u2029\u0085",
                "\u3000\u2003\u202f",
                "\u202e\u202c",
                "\u001f\u007f",
                "\udb40\udc41"
            })
    void what_cannot_be_seen_is_blank(String text) {
        assertThat(Checks.isBlank(text)).isTrue();
        Checks checks = new Checks(new Actor("strategy", Role.STRATEGY_LEAD, null, Set.of()));
        assertThat(checks.required(text, "/reason").passed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00a0a\u200b", ".", "\u4e00", "\ud83d\ude00", "\u0301"})
    void what_can_be_seen_is_not(String text) {
        assertThat(Checks.isBlank(text)).isFalse();
    }

    @Test
    void a_long_blank_text_is_found_to_be_one_at_once() {
        assertThat(Checks.isBlank("\u00a0\u200b".repeat(50_000))).isTrue();
        assertThat(Checks.isBlank("\u00a0\u200b".repeat(50_000) + "a")).isFalse();
    }
}

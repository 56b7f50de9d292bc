package org.engagementledger.api.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** The search would find what is in the clear, and what is encoded without being encrypted. */
class MarkersTest {

    private final Markers markers = new Markers();
    private final byte[] text = ("..\"" + markers.shared("name") + "\"..").getBytes(UTF_8);

    @Test
    void aTextInTheClearIsFound() {
        assertThat(Markers.found(markers.traces(), text)).containsExactly("text, UTF-8");
    }

    @Test
    void aTextInBase64IsFoundWhereverItBegins() {
        for (int start = 0; start < 3; start++) {
            byte[] rest = Arrays.copyOfRange(text, start, text.length);
            assertThat(Markers.found(markers.traces(), Base64.getEncoder().encode(rest)))
                    .hasSize(1);
        }
    }

    @Test
    void aDateIsFound() {
        markers.value("1903-02-28");
        assertThat(Markers.found(markers.traces(), "..1903-02-28..".getBytes(UTF_8)))
                .containsExactly("1903-02-28, UTF-8");
    }
}

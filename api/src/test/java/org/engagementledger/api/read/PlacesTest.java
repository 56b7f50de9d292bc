package org.engagementledger.api.read;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.engagementledger.api.problem.NotYet;
import org.engagementledger.api.problem.TooMany;
import org.junit.jupiter.api.Test;

/** One account gets its share and no more; all together get what there is. */
class PlacesTest {

    private final Places places = new Places(3, 2, "streams are open", "read pages");

    @Test
    void anAccountThatHasItsShareIsToldSoAndOthersComeIn() {
        places.take("one");
        places.take("one");
        assertThatThrownBy(() -> places.take("one"))
                .isInstanceOf(TooMany.class)
                .hasMessage(
                        "Of this account 2 streams are open already: end one first, or read pages.");
        assertThatCode(() -> places.take("another")).doesNotThrowAnyException();
    }

    @Test
    void whenAllAreTakenNobodyComesIn() {
        places.take("one");
        places.take("one");
        places.take("another");
        assertThatThrownBy(() -> places.take("third")).isInstanceOf(NotYet.class);
        // Whose own share is used up learns that first, whatever others have.
        assertThatThrownBy(() -> places.take("one")).isInstanceOf(TooMany.class);
    }

    @Test
    void whoLeavesMakesRoom() {
        places.take("one");
        places.take("one");
        places.take("another");
        places.leave("one");
        places.take("third");
        places.leave("another");
        assertThatCode(() -> places.take("one")).doesNotThrowAnyException();
    }
}

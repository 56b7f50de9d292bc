package org.engagementledger.domain.surgery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurgeryIdTest {

    @ParameterizedTest
    @CsvSource({
        "2020-11-05T15:00:00Z, B01CN00-2020-11-05T1500, 15:00 on Thu 5 Nov 2020",
        "2021-07-01T15:20:00Z, B01CN00-2021-07-01T1620, 16:20 on Thu 1 Jul 2021",
        "2021-10-31T00:20:00Z, B01CN00-2021-10-31T0120, 01:20 BST on Sun 31 Oct 2021",
        "2021-10-31T01:20:00Z, B01CN00-2021-10-31T0120GMT, 01:20 GMT on Sun 31 Oct 2021",
        "2021-10-31T02:20:00Z, B01CN00-2021-10-31T0220, 02:20 on Sun 31 Oct 2021",
    })
    void a_session_is_named_by_court_and_london_start_also_in_the_hour_that_october_has_twice(
            Instant start, String name, String words) {
        SurgeryId id = SurgeryId.of("B01CN00", start);
        assertThat(id).hasToString(name);
        assertThat(id.words()).contains("B01CN00 at " + words);
        assertThat(id.again(2)).hasToString(name + "-2");
        assertThat(id.again(2).words()).contains("B01CN00 at " + words);
    }
}

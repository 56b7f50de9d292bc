package org.engagementledger.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LondonTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2020-11-05T15:20:00Z, 15:20 on Thu 5 Nov 2020",
        "2021-07-01T15:20:00Z, 16:20 on Thu 1 Jul 2021",
        "2021-03-28T00:59:00Z, 00:59 on Sun 28 Mar 2021",
        "2021-03-28T01:00:00Z, 02:00 on Sun 28 Mar 2021",
        "2021-10-30T23:59:00Z, 00:59 on Sun 31 Oct 2021",
        "2021-10-31T00:00:00Z, 01:00 BST on Sun 31 Oct 2021",
        "2021-10-31T00:59:00Z, 01:59 BST on Sun 31 Oct 2021",
        "2021-10-31T01:00:00Z, 01:00 GMT on Sun 31 Oct 2021",
        "2021-10-31T01:59:00Z, 01:59 GMT on Sun 31 Oct 2021",
        "2021-10-31T02:00:00Z, 02:00 on Sun 31 Oct 2021",
    })
    void no_two_times_of_a_day_are_said_alike_though_october_has_an_hour_twice(
            Instant instant, String words) {
        assertThat(LondonTime.words(instant)).isEqualTo(words);
        assertThat(words).startsWith(LondonTime.time(instant));
    }
}

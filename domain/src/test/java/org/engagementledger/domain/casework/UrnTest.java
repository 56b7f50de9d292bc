package org.engagementledger.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrnTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01ZD0303920",
                "01zd0303920",
                "01/ZD/03039/20",
                "01 zd 03039 20",
                "  01-ZD-03039-20\t",
                "01.ZD.03039.20",
                "01 / ZD / 03039 / 20",
            })
    void a_urn_is_read_however_people_space_it(String written) {
        assertThat(Urn.read(written)).contains(new Urn("01ZD0303920"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0112 0303920", "01a10303920", "991Z0000000"})
    void the_unit_may_be_letters_or_digits(String written) {
        assertThat(Urn.read(written)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "01ZD030392",
                "01ZD03039200",
                "1ZZD0303920",
                "01ZD03O3920",
                "01ZÄ0303920",
                "01_ZD_03039_20",
                "01ZD0303920;",
                "01ZD030392０",
                "TfL-2020-1",
            })
    void anything_else_is_none(String written) {
        assertThat(Urn.read(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01ß0303920", "01zſ0303920", "01zı0303920", "01ﬀ0303920"})
    void letters_that_only_become_latin_in_upper_case_are_none(String written) {
        assertThat(Urn.read(written)).isEmpty();
    }

    @Test
    void only_the_normal_form_is_a_urn() {
        assertThat(new Urn("01ZD0303920")).hasToString("01ZD0303920");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Urn("01zd0303920"))
                .withMessage("Not a URN in its normal form");
    }
}

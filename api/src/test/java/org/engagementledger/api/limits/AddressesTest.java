package org.engagementledger.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @Test
    void addressesOfVersionFourAreEachTheirOwn() {
        assertThat(Addresses.owner("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Addresses.owner("192.0.2.2")).isNotEqualTo(Addresses.owner("192.0.2.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:1:2::1", "2001:db8:1:2:3:4:5:6", "2001:DB8:1:2:0:0:0:1"})
    void aNetworkOfVersionSixIsOne(String address) {
        assertThat(Addresses.owner(address)).isEqualTo("20010db800010002/64");
    }

    @Test
    void anotherNetworkIsAnother() {
        assertThat(Addresses.owner("2001:db8:1:3::1"))
                .isNotEqualTo(Addresses.owner("2001:db8:1:2::1"));
    }

    @Test
    void aVersionFourAddressInTheOthersFormIsTheSame() {
        assertThat(Addresses.owner("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    /** Whatever a proxy hands on: nothing is looked up, and nothing long is kept. */
    @Test
    void whatIsNoAddressIsTakenAsItIsAndNoLongerThanAnAddress() {
        assertThat(Addresses.owner("unknown")).isEqualTo("unknown");
        assertThat(Addresses.owner("localhost")).isEqualTo("localhost");
        assertThat(Addresses.owner("x".repeat(5_000))).hasSize(45);
        assertThat(Addresses.owner("")).isEmpty();
    }
}

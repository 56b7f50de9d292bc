package org.engagementledger.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LimitsTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withUserConfiguration(Bound.class);

    @EnableConfigurationProperties(Limits.class)
    static class Bound {}

    @Test
    void thereAreLimitsUnlessItIsSaidOtherwise() {
        service.run(
                context ->
                        assertThat(context.getBean(Limits.class))
                                .isEqualTo(new Limits(200, 50, 60, 60, 60)));
    }

    @Test
    void anOperatorSetsThem() {
        service.withPropertyValues(
                        "ledger.limits.burst=10",
                        "ledger.limits.per-second=2",
                        "ledger.limits.failures-per-minute=3")
                .run(
                        context ->
                                assertThat(context.getBean(Limits.class))
                                        .isEqualTo(new Limits(10, 2, 3, 60, 60)));
    }

    @ParameterizedTest
    @CsvSource({
        "burst, 0",
        "burst, -1",
        "burst, 1000001",
        "per-second, 0",
        "per-second, -5",
        "failures-per-minute, 0",
        "failures-per-minute, -2147483648"
    })
    void whatIsNoLimitIsRefusedAtTheStart(String name, String value) {
        service.withPropertyValues("ledger.limits." + name + "=" + value)
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .hasMessage(
                                                "ledger.limits.%s is %s, but must be from 1 to"
                                                        + " 1000000",
                                                name, value));
    }
}

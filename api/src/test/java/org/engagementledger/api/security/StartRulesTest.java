package org.engagementledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.engagementledger.api.EngagementLedger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** With what the service doesn't even begin to start. */
class StartRulesTest {

    private static void start(String... arguments) {
        new SpringApplicationBuilder(EngagementLedger.class).run(arguments).close();
    }

    @Test
    void inProductionAnIdentityProviderIsNeeded() {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> start("--spring.profiles.active=production"))
                .withMessageContaining("identity provider")
                .satisfies(
                        it ->
                                assertThat(it.remedy())
                                        .contains("ledger.identity.issuer", "audience"));
    }

    @Test
    void anEmptyIssuerIsNone() {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(
                        () ->
                                start(
                                        "--spring.profiles.active=production",
                                        "--ledger.identity.issuer="))
                .withMessageContaining("identity provider");
    }

    @Test
    void aDemonstrationIsNotProduction() {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(
                        () ->
                                start(
                                        "--spring.profiles.active=demo,production",
                                        "--ledger.identity.issuer=https://id.example"))
                .withMessageContaining("clock can be moved");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.password",
                "spring.flyway.password",
                "ledger.master-key",
                "ledger.identity.client-secret",
                "axon.axonserver.token"
            })
    void noSecretIsTakenFromTheArguments(String secret) {
        assertThatExceptionOfType(Misconfigured.class)
                .isThrownBy(() -> start("--" + secret + "=hush"))
                .withMessageContaining(secret)
                .withMessageNotContaining("hush");
    }
}

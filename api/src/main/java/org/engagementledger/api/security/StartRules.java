package org.engagementledger.api.security;

import java.util.List;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/**
 * With what the service doesn't start: in production on development accounts or as a demonstration,
 * and anywhere with a secret among its arguments, which every user of the machine can list.
 */
@Component
final class StartRules implements BeanFactoryPostProcessor {

    private static final Profiles PRODUCTION = Profiles.of("production");
    private static final Profiles DEMO = Profiles.of("demo");

    private static final List<String> SECRETS =
            List.of(
                    "spring.datasource.password",
                    "spring.flyway.password",
                    "ledger.master-key",
                    "ledger.identity.client-secret",
                    "axon.axonserver.token",
                    "server.ssl.key-store-password",
                    "server.ssl.key-password");

    /** Before anything is made, the database too. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        ConfigurableEnvironment environment = beans.getBean(ConfigurableEnvironment.class);
        environment.getPropertySources().stream()
                .filter(CommandLinePropertySource.class::isInstance)
                .forEach(StartRules::refuseSecrets);
        if (!environment.acceptsProfiles(PRODUCTION)) {
            return;
        }
        if (environment.acceptsProfiles(DEMO)) {
            throw new Misconfigured(
                    "A demonstration isn't production: its clock can be moved.",
                    "Give spring.profiles.active one of the two: production or demo.");
        }
        if (NoIssuer.in(environment)) {
            throw new Misconfigured(
                    "In production people come from an identity provider, and none is set."
                            + " Development accounts are for trying things out.",
                    "Set ledger.identity.issuer and ledger.identity.audience (as LEDGER_IDENTITY_ISSUER and"
                            + " LEDGER_IDENTITY_AUDIENCE, or in a file), and for browsers"
                            + " ledger.identity.client-id and ledger.identity.client-secret-file:"
                            + " docs/security.md says how.");
        }
    }

    private static void refuseSecrets(PropertySource<?> arguments) {
        for (String secret : SECRETS) {
            if (arguments.containsProperty(secret)) {
                throw new Misconfigured(
                        secret + " is a secret, and whoever lists processes reads arguments.",
                        "Set it by an environment variable or in a file.");
            }
        }
    }
}

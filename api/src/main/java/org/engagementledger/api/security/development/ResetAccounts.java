package org.engagementledger.api.security.development;

import java.nio.file.Path;
import java.util.Arrays;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The argument {@code reset-accounts}: tells new passwords of the development accounts, and ends. A
 * service that runs takes them from then on.
 */
final class ResetAccounts implements EnvironmentPostProcessor {

    private static final String ARGUMENT = "reset-accounts";

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getPropertySources().stream()
                .filter(CommandLinePropertySource.class::isInstance)
                .map(
                        arguments ->
                                arguments.getProperty(
                                        CommandLinePropertySource
                                                .DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME))
                .anyMatch(ResetAccounts::names)) {
            Path home = Path.of(environment.getProperty("ledger.home", "data"));
            System.out.println(DevelopmentPasswords.told(new DevelopmentPasswords(home).reset()));
            System.exit(0);
        }
    }

    private static boolean names(@org.jspecify.annotations.Nullable Object arguments) {
        return arguments instanceof String several
                && Arrays.asList(several.split(",", -1)).contains(ARGUMENT);
    }
}

package org.engagementledger.api.strategy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.engagementledger.api.strategy.PublishedPlan.Reading;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The arguments {@code read-plan FILE}: prints the plan whose published table's text is in the
 * file, as the JSON in which a plan is adopted, tells on the standard error stream which actions
 * have no timing there, and ends. If something could not be read it tells that instead, prints no
 * plan, and ends with 1.
 */
final class ReadPlan implements EnvironmentPostProcessor {

    private static final String ARGUMENT = "read-plan";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .changeDefaultPropertyInclusion(
                            inclusion ->
                                    inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                    .build();

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().stream()
                .filter(CommandLinePropertySource.class::isInstance)
                .map(
                        arguments ->
                                arguments.getProperty(
                                        CommandLinePropertySource
                                                .DEFAULT_NON_OPTION_ARGS_PROPERTY_NAME))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .flatMap(arguments -> file(arguments).stream())
                .findFirst()
                .ifPresent(
                        file ->
                                System.exit(
                                        read(
                                                file,
                                                new PrintStream(
                                                        System.out, true, StandardCharsets.UTF_8),
                                                new PrintStream(
                                                        System.err,
                                                        true,
                                                        StandardCharsets.UTF_8))));
    }

    /** What is named after the argument: the arguments are told apart by commas. */
    static Optional<String> file(String arguments) {
        if (arguments.equals(ARGUMENT)) {
            return Optional.of("");
        }
        return arguments.startsWith(ARGUMENT + ",")
                ? Optional.of(arguments.substring(ARGUMENT.length() + 1))
                : Optional.empty();
    }

    /**
     * Reads the file.
     *
     * @return 0 if all of it was read, else 1
     */
    static int read(String file, PrintStream out, PrintStream err) {
        if (file.isEmpty()) {
            err.println("Name the file with the text of the published table: read-plan FILE");
            return 1;
        }
        try {
            Reading reading = PublishedPlan.read(Files.readString(Path.of(file)));
            if (!reading.unread().isEmpty()) {
                reading.unread().forEach(err::println);
                return 1;
            }
            out.println(JSON.writeValueAsString(reading.plan()));
            if (!reading.undated().isEmpty()) {
                err.println("No timing, and so undated: " + String.join(", ", reading.undated()));
            }
            return 0;
        } catch (CharacterCodingException other) {
            err.println("This isn't a text in UTF-8: " + file);
        } catch (IOException | InvalidPathException failed) {
            err.println("This can't be read: " + file);
        }
        return 1;
    }
}

package org.engagementledger.domain.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RulesAreTestedTest {

    /**
     * Rules that only another module refuses by are for its tests. What is imported isn't provoked
     * by that.
     */
    @Test
    void every_rule_of_the_domain_is_provoked_by_a_test() throws IOException {
        String code = linesUnder("src/main/java", file -> !file.endsWith("Rule.java"));
        String tests = linesUnder("src/test/java", file -> file.toString().endsWith("Test.java"));
        List<Rule> rules = Arrays.stream(Rule.values()).filter(rule -> names(code, rule)).toList();
        assertThat(rules).hasSizeGreaterThan(60).allMatch(rule -> names(tests, rule));
    }

    private static boolean names(String text, Rule rule) {
        return Pattern.compile("\\b" + rule + "\\b").matcher(text).find();
    }

    private static String linesUnder(String folder, Predicate<Path> such) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(such)
                    .flatMap(RulesAreTestedTest::lines)
                    .filter(line -> !line.startsWith("import "))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_says_a_sentence(Rule rule) {
        assertThat(rule.kind()).isNotNull();
        assertThat(rule.sentence()).matches("[A-Z%].*\\.|%s");
    }
}

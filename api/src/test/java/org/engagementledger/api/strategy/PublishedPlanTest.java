package org.engagementledger.api.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.engagementledger.api.strategy.PlanFile.PlanAction;
import org.engagementledger.api.strategy.PlanFile.PlanAim;
import org.engagementledger.api.strategy.PublishedPlan.Unread;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** All plans here are made up. */
class PublishedPlanTest {

    private static final String READABLE =
            """
            Gardeners Strategy Action Plan 2022 \u2013 2023

            Strategic AimActionTiming
            Our Tools1.1 Sharpen all spades, rakes
            and the 2.4 metre shears of the
            orchard.Q4
            1.2 Oil the hinges. Q2
            1.3 Count the pots.
            Q1 23/24
            1.4 Mend the fence.
            Green Partnerships

            2.1 Ask the neighbours about their hedges.

            2.2 Plant a tree together.Q3

            Quiet Paths
            3.1 Rake the gravel.
            """;

    private static PlanAction action(String number, String title, @Nullable String due) {
        return new PlanAction(number, title, due, List.of());
    }

    private static List<String> unread(String text) {
        return PublishedPlan.read(text).unread().stream().map(Unread::toString).toList();
    }

    /** The lines under an aim, with all that a plan has before them. */
    private static String under(String lines) {
        return "Gardeners Strategy Action Plan 2022 - 2023\nOur Tools\n" + lines;
    }

    private static List<PlanAction> actions(String text) {
        return PublishedPlan.read(text).plan().aims().stream()
                .flatMap(aim -> aim.actions().stream())
                .toList();
    }

    @Test
    void aPlanIsReadWithAllItsQuirks() {
        PublishedPlan.Reading reading = PublishedPlan.read(READABLE);

        assertThat(reading.unread()).isEmpty();
        assertThat(reading.plan())
                .isEqualTo(
                        new PlanFile(
                                "gardeners-2022-2023",
                                List.of(
                                        new PlanAim(
                                                1,
                                                "Our Tools",
                                                List.of(
                                                        action(
                                                                "1.1",
                                                                "Sharpen all spades, rakes and the"
                                                                        + " 2.4 metre shears of the"
                                                                        + " orchard.",
                                                                "2022-Q4"),
                                                        action("1.2", "Oil the hinges.", "2022-Q2"),
                                                        action("1.3", "Count the pots.", "2023-Q1"),
                                                        action("1.4", "Mend the fence.", null))),
                                        new PlanAim(
                                                2,
                                                "Green Partnerships",
                                                List.of(
                                                        action(
                                                                "2.1",
                                                                "Ask the neighbours about their"
                                                                        + " hedges.",
                                                                null),
                                                        action(
                                                                "2.2",
                                                                "Plant a tree together.",
                                                                "2022-Q3"))),
                                        new PlanAim(
                                                3,
                                                "Quiet Paths",
                                                List.of(
                                                        action(
                                                                "3.1",
                                                                "Rake the gravel.",
                                                                null))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q5", "TBC", "q3", "Q3 23/25", "Q3 2022", "Summer 2022", "Q2, Q3"})
    void aTimingThatIsntOneIsToldAndTheActionIsntMadeUndated(String timing) {
        String text = under("1.1 Oil the hinges." + timing + "\n1.2 Count the pots.Q2\n");

        assertThat(unread(text))
                .containsExactly("Line 3: action 1.1 has no timing that can be read: " + timing);
        assertThat(actions(text)).containsExactly(action("1.2", "Count the pots.", "2022-Q2"));
    }

    @Test
    void aNumberThatIsThereTwiceIsToldWithBothLines() {
        String text = under("1.1 Oil the hinges.Q2\n1.1 Count the pots.Q2\n");

        assertThat(unread(text)).containsExactly("Line 4: action 1.1 is in line 3 already");
        assertThat(actions(text)).containsExactly(action("1.1", "Oil the hinges.", "2022-Q2"));
    }

    @Test
    void aBrokenLineIsToldAndSoIsTheNumberThatIsMissing() {
        assertThat(unread(under("1.1 Oil the hinges.Q2\n1-2 Count the pots.Q2\n1.3 Mend it.\n")))
                .containsExactly(
                        "Line 4: neither an action nor the title of an aim: 1-2 Count the pots.Q2",
                        "Line 5: action 1.3 follows 1.1: what is between them?");
        assertThat(unread(under("1.1.1 Oil the hinges.Q2\n")))
                .containsExactly(
                        "Line 2: neither an action nor the title of an aim: Our Tools",
                        "Line 3: neither an action nor the title of an aim: 1.1.1 Oil the"
                                + " hinges.Q2");
        assertThat(unread(under("0.1 Oil the hinges.Q2\n")))
                .containsExactly(
                        "Line 2: neither an action nor the title of an aim: Our Tools",
                        "Line 3: no action's number: 0.1");
    }

    @Test
    void aSentenceThatDoesntEndIsToldForItMayGoOnElsewhere() {
        assertThat(unread(under("1.1 Oil the hinges\n\n1.2 Count the pots Q2\n")))
                .containsExactly(
                        "Line 3: action 1.1 doesn't end with a full stop: Oil the hinges",
                        "Line 5: action 1.2 doesn't end with a full stop: Count the pots Q2");
        assertThat(unread(under("1.1\n1.2 Count the pots.Q2\n")))
                .containsExactly("Line 3: action 1.1 doesn't end with a full stop: ");
    }

    @Test
    void whatComesBehindASentenceIsToldUnlessItIsAnAim() {
        assertThat(
                        unread(
                                under(
                                        """
                                        1.1 Oil the hinges.
                                        And do it well.Q2
                                        1.2 Count the pots.Q2

                                        Q3
                                        Green Partnerships
                                        2.1 Plant a tree.
                                        That is all
                                        """)))
                .containsExactly(
                        "Line 3: action 1.1 is left out, for line 4 may be its timing: And do it"
                                + " well.Q2",
                        "Line 4: neither an action nor the title of an aim: And do it well.Q2",
                        "Line 5: action 1.2 is left out, for line 7 may be its timing: Q3",
                        "Line 7: neither an action nor the title of an aim: Q3",
                        "Line 9: action 2.1 is left out, for line 10 may be its timing: That is"
                                + " all",
                        "Line 10: neither an action nor the title of an aim: That is all");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q2", "q2", "Q 2", "Q7", "Q1 23/24", "TBC", "By summer."})
    void aTimingThatStandsApartMakesNoUndatedAction(String timing) {
        String text = under("1.1 Oil it.Q2\n1.2 Count them.\n\n" + timing + "\n\n1.3 Mend it.Q3\n");

        assertThat(unread(text))
                .containsExactly(
                        "Line 4: action 1.2 is left out, for line 6 may be its timing: " + timing,
                        "Line 6: neither an action nor the title of an aim: " + timing);
        assertThat(actions(text))
                .containsExactly(
                        action("1.1", "Oil it.", "2022-Q2"), action("1.3", "Mend it.", "2022-Q3"));
    }

    @Test
    void norIfItIsThePlansLastLineOrItsOnlyActionOrStandsBeforeAnotherAim() {
        assertThat(unread(under("1.1 Count them.\n\nQ2\n")))
                .contains("Line 3: action 1.1 is left out, for line 5 may be its timing: Q2");
        assertThat(PublishedPlan.read(under("1.1 Count them.\n\nQ2\n")).plan().aims()).isEmpty();

        String text = under("1.1 Oil it.Q2\n1.2 Count them.\n\nQ2\nPaths\n2.1 Rake them.\n");
        assertThat(unread(text))
                .containsExactly(
                        "Line 4: action 1.2 is left out, for line 6 may be its timing: Q2",
                        "Line 6: neither an action nor the title of an aim: Q2");
        assertThat(actions(text))
                .containsExactly(
                        action("1.1", "Oil it.", "2022-Q2"), action("2.1", "Rake them.", null));
    }

    @Test
    void whatStandsBehindAnActionThatCouldntBeReadLeavesNoOtherOut() {
        assertThat(unread(under("1.1 Oil it.\n1.2 Count them\n\nQ2\n1.0 Mend it.\nQ3 Q4\n")))
                .containsExactly(
                        "Line 4: action 1.2 doesn't end with a full stop: Count them",
                        "Line 6: neither an action nor the title of an aim: Q2",
                        "Line 7: no action's number: 1.0",
                        "Line 8: neither an action nor the title of an aim: Q3 Q4");
    }

    @Test
    void whatHasItsTimingIsntLeftOutForAnythingButAnother() {
        String text = under("1.1 Oil it.Q2\nPage footer\n1.2 Mend it.Q3\n\nQ4\n");

        assertThat(unread(text))
                .containsExactly(
                        "Line 4: neither an action nor the title of an aim: Page footer",
                        "Line 5: action 1.2 is left out, for line 7 may be its timing: Q4",
                        "Line 7: neither an action nor the title of an aim: Q4");
        assertThat(actions(text)).containsExactly(action("1.1", "Oil it.", "2022-Q2"));
    }

    @Test
    void whatLooksLikeAnotherTitleOfAnAimIsTold() {
        assertThat(unread(under("1.1 Oil it.Q2\nOther Tools\n1.2 Count them.Q2\n")))
                .containsExactly("Line 4: neither an action nor the title of an aim: Other Tools");
    }

    @Test
    void anAimWithoutATitleIsTold() {
        assertThat(unread(under("1.1 Oil it.Q2\n2.1 Count them.Q2\n")))
                .containsExactly("Line 4: aim 2 has no title");
        assertThat(unread(under("1.1 Oil it.\nAnd do it well.Q2\n2.1 Count them.Q2\n")))
                .containsExactly(
                        "Line 3: action 1.1 is left out, for line 4 may be its timing: And do it"
                                + " well.Q2",
                        "Line 4: neither an action nor the title of an aim: And do it well.Q2",
                        "Line 5: aim 2 has no title");
        assertThat(unread(under("1.1 Oil it.Q2\nPaths3.1 Rake them.Q2\n")))
                .containsExactly("Line 4: action 3.1 follows 1.1: what is between them?");
        assertThat(unread(under("1.2 Oil it.Q2\n")))
                .containsExactly("Line 3: the first action is 1.2");
    }

    @Test
    void whereTwoLinesMayBeAnAimsTitleNeitherIs() {
        String text = under("Page footer\n1.1 Oil it.Q2\nPaths and\nHedges\n2.1 Rake them.\n");

        assertThat(unread(text))
                .containsExactly(
                        "Line 2: neither an action nor the title of an aim: Our Tools",
                        "Line 3: neither an action nor the title of an aim: Page footer",
                        "Line 4: aim 1 has no title, for which of these lines is it?",
                        "Line 5: neither an action nor the title of an aim: Paths and",
                        "Line 6: neither an action nor the title of an aim: Hedges",
                        "Line 7: aim 2 has no title, for which of these lines is it?");
        assertThat(PublishedPlan.read(text).plan().aims())
                .extracting(PlanAim::title)
                .containsExactly(null, null);
        assertThat(unread(under("Page 3\n1.1 Oil it.Q2\nPage footer\nPaths2.1 Rake them.\n")))
                .containsExactly(
                        "Line 3: neither an action nor the title of an aim: Page 3",
                        "Line 5: neither an action nor the title of an aim: Page footer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Q1 98/99", "Q1 21/22", "Q4 24/25", "Q1 22/24"})
    void aYearThatIsntOneOfThePlansIsntGuessed(String timing) {
        assertThat(unread(under("1.1 Oil the hinges." + timing + "\n")))
                .containsExactly("Line 3: action 1.1 has no timing that can be read: " + timing);
    }

    @Test
    void aYearMayBeginAnotherCentury() {
        String plan = "Gardeners Strategy Action Plan 1999 - 2000\nOur Tools\n";

        assertThat(actions(plan + "1.1 Oil it.Q1 99/00\n1.2 Mend it.Q1 00/01\n"))
                .extracting(PlanAction::due)
                .containsExactly("1999-Q1", "2000-Q1");
    }

    @Test
    void withoutItsYearsThePlanIsNotRead() {
        assertThat(unread("Our Tools1.1 Oil the hinges.Q2\n"))
                .containsExactly(
                        "Line 1: no line names the plan and its years, as in: Defendants Strategy"
                                + " Action Plan 2022 \u2013 2023");
    }

    @Test
    void longTextsAreCutInWhatIsTold() {
        assertThat(unread(under("1.1 " + "x".repeat(100) + "\n")))
                .containsExactly(
                        "Line 3: action 1.1 doesn't end with a full stop: "
                                + "x".repeat(60)
                                + "\u2026");
    }

    // Pages

    /** Each line after a form feed is the first of a page. */
    private static final String IN_PAGES =
            """
            FOR EVERYBODY
            Gardeners Strategy Action Plan 2022 \u2013 2023

            Strategic AimActionTiming
            Our Tools1.1 Sharpen all spades, rakes
            and shears of the

            Page 1 of 4
            \fFOR EVERYBODY
            Gardeners Strategy Action Plan 2022 \u2013 2023

            Strategic AimActionTiming
            old orchard.Q4
            1.2 Oil the hinges of all

            Page 2 of 4
            \fFOR EVERYBODY
            Gardeners Strategy Action Plan 2022 \u2013 2023

            Strategic AimActionTiming
            gates of the
            old orchard.Q2
            1.3 Count the pots.
            Page 3 of 4
            \f
            FOR EVERYBODY
            Gardeners Strategy Action Plan 2022 \u2013 2023
            Strategic AimActionTiming

            Green Partnerships
            2.1 Ask the neighbours.Q3

            Page 4 of 4
            """;

    @Test
    void headersAndFootersOfPagesAreNoPartOfAnAction() {
        assertThat(unread(IN_PAGES.replace("FOR EVERYBODY\n", ""))).isEmpty();
        assertThat(actions(IN_PAGES.replace("FOR EVERYBODY\n", "")))
                .containsExactly(
                        action(
                                "1.1",
                                "Sharpen all spades, rakes and shears of the old orchard.",
                                "2022-Q4"),
                        action("1.2", "Oil the hinges of all gates of the old orchard.", "2022-Q2"),
                        action("1.3", "Count the pots.", null),
                        action("2.1", "Ask the neighbours.", "2022-Q3"));
    }

    @Test
    void butWhatMayBeATimingIsToldThoughItStandsAtTheEdgeOfEachPage() {
        assertThat(unread(IN_PAGES))
                .containsExactly(
                        "Line 23: action 1.3 is left out, for line 26 may be its timing: FOR"
                                + " EVERYBODY",
                        "Line 26: neither an action nor the title of an aim: FOR EVERYBODY");
        String text =
                "1.1 Oil the hinges.\nTBC\n\f1.2 Count the pots.\nTBC\n\f1.3 Mend it.Q2\n1.4 Go"
                        + " to the\nTBC\n\fmarket.Q3\nTBC\n";
        assertThat(unread(under(text)))
                .containsExactly(
                        "Line 3: action 1.1 is left out, for line 4 may be its timing: TBC",
                        "Line 4: neither an action nor the title of an aim: TBC",
                        "Line 5: action 1.2 is left out, for line 6 may be its timing: TBC",
                        "Line 6: neither an action nor the title of an aim: TBC");
        assertThat(actions(under(text)))
                .containsExactly(
                        action("1.3", "Mend it.", "2022-Q2"),
                        action("1.4", "Go to the market.", "2022-Q3"));
    }

    @Test
    void actionsAndTimingsAreThoseOfTheTableAtTheEdgeOfAnyPage() {
        String text =
                """
                1.1 Oil the
                old hinges.Q2
                \f1.2 Count the
                old hinges.Q4
                \f1.3 Mend the fence.
                Q3
                \f1.4 Go home.
                Q4
                """;

        assertThat(unread(under(text))).isEmpty();
        assertThat(actions(under(text)))
                .extracting(PlanAction::title, PlanAction::due)
                .containsExactly(
                        tuple("Oil the old hinges.", "2022-Q2"),
                        tuple("Count the old hinges.", "2022-Q4"),
                        tuple("Mend the fence.", "2022-Q3"),
                        tuple("Go home.", "2022-Q4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "Page 3",
                "page 3 of 7",
                "3 / 7",
                "- 3 -",
                "\u2013 3 \u2013",
                "[3]",
                "Gardeners Strategy Action Plan 2022 - 2023",
                "Gardeners Strategy Action Plan 2022 \u2013 2023 | 3"
            })
    void whatMayBeAPagesNumberOrTitleIsntTakenIntoAnAction(String line) {
        String text = under("1.1 Oil the\n" + line + "\nold hinges.Q2\n1.2 Count them.Q3\n");

        assertThat(unread(text))
                .containsExactly(
                        "Line 3: action 1.1 is left out, for line 4 may be its page's and not its"
                                + " own: "
                                + line);
        assertThat(actions(text)).containsExactly(action("1.2", "Count them.", "2022-Q3"));
    }

    @Test
    void norIsWhatIsThereMoreThanOnceButForNumbers() {
        String text =
                under(
                        """
                        1.1 Oil the
                        The Gardeners' Service 1
                        old hinges.Q2
                        The Gardeners' Service 2
                        1.2 Count them all
                        The Gardeners'  Service 3
                        and tell.Q3
                        1.3 Mend the
                        old hinges.Q2
                        """);

        assertThat(unread(text))
                .containsExactly(
                        "Line 3: action 1.1 is left out, for line 4 may be its page's and not its"
                                + " own: The Gardeners' Service 1",
                        "Line 6: neither an action nor the title of an aim: The Gardeners' Service"
                                + " 2",
                        "Line 7: action 1.2 is left out, for line 8 may be its page's and not its"
                                + " own: The Gardeners'  Service 3");
        assertThat(actions(text)).containsExactly(action("1.3", "Mend the old hinges.", "2022-Q2"));
    }

    @Test
    void headingsOfTheColumnsArePassedOverWithinAnAction() {
        String text = under("1.1 Oil the\nStrategic Aim  Action  Timing\nold hinges.Q2\n");

        assertThat(unread(text)).isEmpty();
        assertThat(actions(text)).containsExactly(action("1.1", "Oil the old hinges.", "2022-Q2"));
    }

    @Test
    void aMarkAtTheBeginningIsPassedOver() {
        assertThat(unread("\ufeff" + READABLE)).isEmpty();
    }

    @Test
    void whatIsNoTextIsTold() {
        assertThat(unread(under("1.1 Oil\u001b[31m it.Q2\n1.2 Mend it.Q3\n")))
                .contains("Line 3: a character that is none of a text: 1.1 Oil?[31m it.Q2");
    }

    @Test
    void aPlanDoesntEndBeforeItBegins() {
        assertThat(unread(READABLE.replace("2022 \u2013 2023", "2023 \u2013 2022")))
                .anyMatch(told -> told.contains("no line names the plan and its years"));
    }

    // As a tool

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String file) {
        return ReadPlan.read(
                file,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void theToolPrintsThePlanInTheFormInWhichItIsAdopted(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.txt"), READABLE);

        assertThat(run(file.toString())).isZero();
        PlanFile printed =
                JsonMapper.builder().build().readValue(out.toByteArray(), PlanFile.class);
        assertThat(printed.command()).isEqualTo(PublishedPlan.read(READABLE).plan().command());
    }

    @Test
    void itTellsWhatItCouldNotRead(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.txt"), under("1.1 Oil it.TBC\n"));

        assertThat(run(file.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("Line 3: action 1.1 has no timing that can be read: TBC");
        assertThat(out.size()).as("No part of a plan is taken for the whole").isZero();
    }

    @Test
    void itTellsWhichActionsHaveNoTiming(@TempDir Path folder) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("plan.txt"),
                        under("1.1 Oil it.\n1.2 Mend it.Q2\n1.3 Sell it.\n"));

        assertThat(run(file.toString())).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("No timing, and so undated: 1.1, 1.3");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("2022-Q2");
    }

    @Test
    void itTellsWhichFileItCantRead(@TempDir Path folder) throws IOException {
        Path other = Files.write(folder.resolve("latin.txt"), new byte[] {'Q', (byte) 0xe9});

        assertThat(run("")).isEqualTo(1);
        assertThat(run(folder.resolve("none.txt").toString())).isEqualTo(1);
        assertThat(run(other.toString())).isEqualTo(1);
        assertThat(out.size()).isZero();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Name the file with the text of the published table: read-plan FILE",
                        "This can't be read: " + folder.resolve("none.txt"),
                        "This isn't a text in UTF-8: " + other);
    }

    @Test
    void theFileIsWhatIsNamedAfterTheArgument() {
        assertThat(ReadPlan.file("read-plan,some, plan.txt")).contains("some, plan.txt");
        assertThat(ReadPlan.file("read-plan")).contains("");
        assertThat(ReadPlan.file("reset-accounts")).isEmpty();
        assertThat(ReadPlan.file("")).isEmpty();
    }
}

package org.engagementledger.ledger.names;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.stream.Stream;
import org.engagementledger.domain.calendar.CalendarEvent;
import org.engagementledger.domain.claim.ClaimEvent;
import org.engagementledger.domain.courtday.CourtDayEvent;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Submitted;
import org.engagementledger.domain.programme.ProgrammeEvent;
import org.engagementledger.domain.strategy.StrategyEvent;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogicalNamesTest {

    private final LogicalNames names = LogicalNames.ofTheLedger();

    @Test
    void everyEventHasAName() {
        Stream<Class<?>> events =
                Stream.of(
                                EngagementEvent.class,
                                SurgeryEvent.class,
                                ProgrammeEvent.class,
                                StrategyEvent.class,
                                ClaimEvent.class,
                                CourtDayEvent.class,
                                CalendarEvent.class)
                        .flatMap(LogicalNamesTest::concrete);

        assertThat(events)
                .isNotEmpty()
                .allSatisfy(event -> assertThat(names.of(event)).isPresent());
    }

    /** The classes that a sealed parent permits, through sealed parents in between. */
    private static Stream<Class<?>> concrete(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(LogicalNamesTest::concrete)
                : Stream.of(type);
    }

    @Test
    void noTwoShareAName() {
        assertThat(names.all()).extracting(LogicalName::name).doesNotHaveDuplicates();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.and("engagement.Submitted", 2, String.class))
                .withMessageContaining("shares");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> names.and("engagement.Another", 1, Submitted.class))
                .withMessageContaining("shares");
    }

    @Test
    void noNameLeadsToAClass() {
        assertThat(names.all())
                .allSatisfy(
                        name ->
                                assertThat(name.name())
                                        .isNotEqualTo(name.type().getName())
                                        .doesNotContain(name.type().getPackageName()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.engagementledger.domain.engagement.event.Submitted",
                "engagement.Parent$Child",
                "Submitted",
                "engagement/Submitted",
                "engagement.",
                ""
            })
    void whatCouldBeAClassIsNoName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogicalName(name, 1, String.class));
    }

    @Test
    void aSnapshotsNameCanBeAdded() {
        LogicalNames more = names.and("engagement.Snapshot", 2, StringBuilder.class);

        assertThat(more.named("engagement.Snapshot"))
                .contains(new LogicalName("engagement.Snapshot", 2, StringBuilder.class));
        assertThat(more.all()).hasSize(names.all().size() + 1);
        assertThat(names.named("engagement.Snapshot")).isEmpty();
    }
}

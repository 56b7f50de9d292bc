package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.engagementledger.domain.engagement.Words.*;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.engagement.command.AcceptOffer;
import org.engagementledger.domain.engagement.command.BookSlot;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.OfferSlot;
import org.engagementledger.domain.engagement.command.RecordInError;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.Notice;
import org.engagementledger.domain.surgery.SlotAllocated;
import org.engagementledger.domain.surgery.SlotReserved;
import org.engagementledger.domain.surgery.Surgery;
import org.engagementledger.domain.surgery.SurgeryId;

/**
 * Given what has happened, when somebody asks something at some time, then this follows, or it is
 * refused for these reasons. Where a test says nothing else, it is Tuesday 3 November 2020, ten
 * o'clock.
 */
final class Scenario {

    private final List<EngagementEvent> history;
    private final List<Surgery.Scheduled> surgeries = new ArrayList<>();
    private Terms terms = TERMS;

    private Scenario(List<EngagementEvent> history) {
        this.history = history;
        surgeries.add(bromley());
        surgeries.add(session(BROMLEY, "2020-11-12T15:00"));
        surgeries.add(session(BEXLEY, "2020-11-05T15:00"));
    }

    static Scenario given(EngagementEvent... history) {
        return new Scenario(List.of(history));
    }

    /** A broken rule, and the field where it is broken. */
    record Broken(Rule rule, String field) {}

    static Broken broken(Rule rule, String field) {
        return new Broken(rule, field);
    }

    Scenario onTerms(Terms changed) {
        terms = changed;
        return this;
    }

    /** One more surgery. */
    Scenario surgery(Surgery.Scheduled surgery) {
        surgeries.add(surgery);
        return this;
    }

    /** Of Bromley's session on 5 November 2020. */
    Scenario slotTaken(String time, EngagementId by) {
        Surgery.Scheduled before = surgeries.getFirst();
        surgeries.set(
                0,
                (Surgery.Scheduled)
                        before.evolve(new SlotAllocated(before.id(), london(time), by)));
        return this;
    }

    /** Of the same session. */
    Scenario slotKept(String time, EngagementId forWhom, String until) {
        Surgery.Scheduled before = surgeries.getFirst();
        surgeries.set(
                0,
                (Surgery.Scheduled)
                        before.evolve(
                                new SlotReserved(
                                        before.id(), london(time), forWhom, instant(until))));
        return this;
    }

    Attempt when(Request request) {
        return when(request.submit());
    }

    Attempt when(EngagementCommand command) {
        return new Attempt(command);
    }

    /** What the history has brought the engagement to. */
    Engagement engagement() {
        return after(Engagement.unsubmitted(), history);
    }

    private static Engagement after(Engagement before, List<EngagementEvent> events) {
        Engagement engagement = before;
        for (EngagementEvent event : events) {
            engagement = engagement.evolve(event);
        }
        return engagement;
    }

    /** Somebody asks something. */
    final class Attempt {

        private final EngagementCommand command;
        private Actor actor;
        private Instant now = instant("2020-11-03T10:00:00Z");

        private Attempt(EngagementCommand command) {
            this.command = command;
        }

        Attempt by(Actor who) {
            actor = who;
            return this;
        }

        Attempt at(String instant) {
            now = instant(instant);
            return this;
        }

        /** These events follow, and no others. */
        Accepted then(EngagementEvent... expected) {
            Accepted accepted = thenAccepted();
            assertThat(accepted.events).containsExactly(expected);
            return accepted;
        }

        Accepted thenAccepted() {
            Decision<EngagementEvent> decision = decide();
            assertThat(decision.refusals()).isEmpty();
            return new Accepted(((Decision.Accepted<EngagementEvent>) decision).events());
        }

        /** Refused for this reason alone. */
        Refused thenRefused(Rule rule, String field) {
            return thenRefusedWith(broken(rule, field));
        }

        /** Refused for all these reasons, and no others. */
        Refused thenRefusedWith(Broken... expected) {
            List<Refusal> refusals = refusals();
            assertThat(refusals.stream().map(r -> broken(r.rule(), r.field())))
                    .containsExactlyInAnyOrder(expected);
            List<String> personal = PersonalValues.textsIn(command);
            for (Refusal refusal : refusals) {
                String told = refusal.sentence() + refusal.details();
                assertThat(personal)
                        .as("personal values that a refusal repeats")
                        .noneMatch(text -> text.length() > 3 && told.contains(text));
                assertThat(told).as("a sentence without gaps").doesNotContain("%s");
            }
            return new Refused(refusals);
        }

        List<Refusal> refusals() {
            return decide().refusals();
        }

        private Decision<EngagementEvent> decide() {
            assertThat(actor).as("who asks").isNotNull();
            return engagement().decide(command, circumstances());
        }

        private Circumstances circumstances() {
            Circumstances plain = new Circumstances(actor, now, terms);
            return switch (command) {
                case BookSlot c -> plain.with(named(c.surgery()));
                case OfferSlot c -> plain.with(named(c.surgery()));
                case AcceptOffer c ->
                        engagement()
                                .offer()
                                .map(offer -> plain.with(named(offer.slot().surgery())))
                                .orElse(plain);
                case RecordInError c -> plain.with(named(c));
                default -> plain;
            };
        }

        private Surgery named(SurgeryId id) {
            return surgeries.stream()
                    .filter(surgery -> surgery.id().equals(id))
                    .map(Surgery.class::cast)
                    .findFirst()
                    .orElse(Surgery.unscheduled());
        }

        private EngagementEvent named(RecordInError c) {
            return c.sequence() >= 0 && c.sequence() < history.size()
                    ? history.get((int) c.sequence())
                    : null;
        }
    }

    /** What followed. */
    final class Accepted {

        private final List<EngagementEvent> events;

        private Accepted(List<EngagementEvent> events) {
            this.events = events;
        }

        Accepted telling(Notice... notices) {
            assertThat(events.stream().flatMap(event -> event.notices().stream()))
                    .containsExactly(notices);
            return this;
        }

        /** The engagement is then in this state. */
        Accepted leaving(Class<? extends Engagement> state) {
            assertThat(engagementAfter()).isInstanceOf(state);
            return this;
        }

        Accepted and(Consumer<CaseFile> file) {
            file.accept(((Engagement.Made) engagementAfter()).file());
            return this;
        }

        /** The engagement is then as if only this had ever happened, but for what it counts. */
        Accepted asIf(EngagementEvent... happened) {
            assertThat(engagementAfter())
                    .usingRecursiveComparison()
                    .ignoringFields("file.version", "file.corrected", "file.numbering")
                    // What comes back into triage has its time anew.
                    .ignoringFields("file.triage.since")
                    .ignoringFieldsMatchingRegexes(".*sequence")
                    .isEqualTo(given(happened).engagement());
            return this;
        }

        List<EngagementEvent> events() {
            return events;
        }

        Engagement engagementAfter() {
            return after(engagement(), events);
        }
    }

    /** Why nothing followed. */
    record Refused(List<Refusal> refusals) {

        /** One of the reasons is told in these words. */
        Refused saying(String sentence) {
            assertThat(refusals.stream().map(Refusal::sentence)).contains(sentence);
            return this;
        }

        /** One of the reasons carries this for a program to act on. */
        Refused naming(String detail, String... values) {
            assertThat(refusals)
                    .anySatisfy(
                            refusal ->
                                    assertThat(refusal.details())
                                            .containsEntry(detail, Arrays.asList(values)));
            return this;
        }
    }
}

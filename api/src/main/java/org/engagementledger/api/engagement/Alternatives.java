package org.engagementledger.api.engagement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.command.Answer;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.LondonTime;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.query.Queries;
import org.engagementledger.query.schedule.FindNearestSlots;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What can be booked instead of a slot that was refused. That it was refused is decided; this is
 * advice, which comes from the read side, may be a moment old, and may be missing.
 */
@Component
class Alternatives {

    private static final Logger LOG = LoggerFactory.getLogger(Alternatives.class);

    private static final int MOST = 5;

    /** Whoever asks for another time means none that there is: then the next are the nearest. */
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final String ALTERNATIVES = "alternatives";
    private static final String FREE = "Free: %s.";

    private final Queries queries;
    private final Clock clock;

    Alternatives(Queries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    /** A slot that was asked for, or that can be. */
    record Slot(String surgery, Instant start) {}

    /**
     * The answer; if the slot was refused, with the free slots nearest to it of all coming sessions
     * of the case's court that are in time for its hearing. Of several refusals that another slot
     * would not get, the first names them.
     */
    Answer beside(Answer answer, String engagement, Slot asked, Actor reader) {
        return beside(
                answer, refusals -> Optional.of(nearest(refusals, engagement, asked, reader)));
    }

    /**
     * The same where the slot was asked for that is on offer, or was: the free ones nearest to it,
     * or the next if nobody knows any more which it was. A case that doesn't wait is told of none.
     */
    Answer besideOffer(Answer answer, String engagement, Actor reader) {
        return beside(
                answer,
                refusals ->
                        Optional.of(found(reader, engagement, null, null))
                                .filter(FindNearestSlots.Found::known)
                                .map(found -> slots(found).toList()));
    }

    private static Answer beside(
            Answer answer, Function<List<Refusal>, Optional<List<Slot>>> nearest) {
        if (!(answer instanceof Answer.Refused(var refusals))) {
            return answer;
        }
        Optional<Refusal> ofTheSlot =
                refusals.stream().filter(Alternatives::isOfTheSlot).findFirst();
        if (ofTheSlot.isEmpty()) {
            return answer;
        }
        try {
            return nearest.apply(refusals)
                    .<Answer>map(
                            slots ->
                                    new Answer.Refused(
                                            refusals.stream()
                                                    .map(
                                                            it ->
                                                                    it.equals(ofTheSlot.get())
                                                                            ? naming(slots, it)
                                                                            : plain(it))
                                                    .toList()))
                    .orElse(answer);
        } catch (RuntimeException unread) {
            LOG.warn(
                    "Alternatives to a slot couldn't be read: {}",
                    unread.getClass().getSimpleName());
            return answer;
        }
    }

    /** What is wrong is which slot is asked for. */
    private static boolean isOfTheSlot(Refusal refusal) {
        return switch (refusal.rule()) {
            case SLOT_ALREADY_YOURS -> false;
            case NOTHING_ON_OFFER, OFFER_ENDED -> true;
            default -> refusal.field().equals("/start") || refusal.field().equals("/surgery");
        };
    }

    private List<Slot> nearest(
            List<Refusal> refusals, String engagement, Slot asked, Actor reader) {
        Optional<List<String>> decided = freeInTheSameSession(refusals);
        Instant wanted = wanted(asked.start());
        Stream<Slot> elsewhere =
                slots(
                        found(
                                reader,
                                engagement,
                                wanted,
                                decided.isPresent() ? asked.surgery() : null));
        Stream<Slot> there =
                decided.stream()
                        .flatMap(List::stream)
                        .map(start -> new Slot(asked.surgery(), Instant.parse(start)));
        return Stream.concat(elsewhere, there)
                .sorted(
                        Comparator.comparing(
                                        (Slot slot) -> Duration.between(wanted, slot.start()).abs())
                                .thenComparing(Slot::start)
                                .thenComparing(Slot::surgery))
                .limit(MOST)
                .toList();
    }

    private FindNearestSlots.Found found(
            Actor reader, String engagement, @Nullable Instant wanted, @Nullable String besides) {
        return queries.ask(
                new FindNearestSlots(reader, engagement, clock.instant(), wanted, besides, MOST));
    }

    private static Stream<Slot> slots(FindNearestSlots.Found found) {
        return found.slots().stream().map(slot -> new Slot(slot.surgery(), slot.start()));
    }

    private static Instant wanted(Instant start) {
        return start.isBefore(Instant.EPOCH)
                ? Instant.EPOCH
                : start.isAfter(LATEST) ? LATEST : start;
    }

    /**
     * Where the slot is taken, what was free in its session as that was decided: the read side may
     * not have heard of it yet. Empty if the domain doesn't say, or the session is of no use.
     */
    private static Optional<List<String>> freeInTheSameSession(List<Refusal> refusals) {
        boolean ofNoUse =
                refusals.stream()
                        .map(Refusal::rule)
                        .anyMatch(rule -> rule == Rule.OTHER_COURT || rule == Rule.OFF_GRID);
        return ofNoUse
                ? Optional.empty()
                : refusals.stream()
                        .map(refusal -> refusal.details().get(ALTERNATIVES))
                        .filter(Objects::nonNull)
                        .findFirst();
    }

    private static Refusal naming(List<Slot> slots, Refusal refusal) {
        String words =
                slots.isEmpty()
                        ? "none in time for the hearing"
                        : slots.stream()
                                .map(slot -> LondonTime.words(slot.start()))
                                .collect(Collectors.joining(", "));
        String template = refusal.rule().sentence();
        String sentence =
                template.endsWith(FREE)
                        ? template.formatted(words)
                        : refusal.sentence() + " " + FREE.formatted(words);
        return new Refusal(
                refusal.rule(),
                refusal.field(),
                sentence,
                Map.of(
                        ALTERNATIVES,
                        slots.stream().map(slot -> slot.start().toString()).toList(),
                        "surgeries",
                        slots.stream().map(Slot::surgery).toList()));
    }

    /** Without what it says of its own session alone. */
    private static Refusal plain(Refusal refusal) {
        return refusal.details().containsKey(ALTERNATIVES)
                ? new Refusal(refusal.rule(), refusal.field(), refusal.sentence(), Map.of())
                : refusal;
    }
}

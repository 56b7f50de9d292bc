package org.engagementledger.api.demo.pilot;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.stream.IntStream;
import org.engagementledger.api.demo.DemoClock;
import org.engagementledger.command.Answer;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.engagement.command.BookSlot;
import org.engagementledger.domain.engagement.command.CancelBooking;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.RecordOutcome;
import org.engagementledger.domain.engagement.command.Resolve;
import org.engagementledger.domain.engagement.command.Withdraw;

/**
 * The four weeks, once for each cast, all of them side by side in the order of time. A case's story
 * is told when its request comes in and forgotten when it has ended.
 */
final class Pilot {

    /** About how many events one cast makes. */
    static final int EVENTS = 1_450;

    private static final Comparator<Running> BY_TIME =
            Comparator.comparing(Running::next)
                    .thenComparingInt(one -> one.outline.cast().number())
                    .thenComparingInt(one -> one.outline.number());

    private final List<Cast> casts;
    private final Desk desk;
    private final Diary diary = new Diary();

    /**
     * @param casts how many; 1 is the pilot itself
     */
    Pilot(long seed, int casts, Desk desk) {
        this.casts = IntStream.range(0, casts).mapToObj(cast -> new Cast(seed, cast)).toList();
        this.desk = desk;
    }

    /** The courts of so many casts. */
    static List<Court> courts(long seed, int casts) {
        return IntStream.range(0, casts)
                .mapToObj(cast -> new Cast(seed, cast))
                .flatMap(cast -> cast.courts().stream())
                .toList();
    }

    /** A case on its way through its story. */
    private static final class Running {

        private final Outline outline;
        private final Queue<Move> left;
        private long version = -1;

        Running(Outline outline) {
            this.outline = outline;
            this.left = new ArrayDeque<>(CaseScript.of(outline));
        }

        Instant next() {
            return left.element().at();
        }
    }

    /**
     * Plays it.
     *
     * @return how many cases there were
     * @throws IllegalStateException if a command is refused that should have been accepted, or the
     *     other way round
     */
    int play(Progress progress) {
        casts.forEach(this::schedule);
        Queue<Outline> outlines = new ArrayDeque<>(outlines());
        int cases = outlines.size();
        progress.begin(cases);
        PriorityQueue<Running> running = new PriorityQueue<>(BY_TIME);
        while (!outlines.isEmpty() || !running.isEmpty()) {
            if (running.isEmpty()
                    || (!outlines.isEmpty()
                            && !outlines.element()
                                    .submittedAt()
                                    .isAfter(running.element().next()))) {
                running.add(new Running(outlines.remove()));
                continue;
            }
            Running one = running.remove();
            move(one);
            if (one.left.isEmpty()) {
                desk.close(one.outline.engagement());
                progress.step();
            } else {
                running.add(one);
            }
        }
        desk.close();
        return cases;
    }

    private List<Outline> outlines() {
        List<Outline> outlines = new ArrayList<>();
        casts.forEach(cast -> outlines.addAll(CourtPlan.of(cast)));
        outlines.sort(Comparator.comparing(Outline::submittedAt));
        return outlines;
    }

    /** All sessions are known from the first morning on, as with the programme itself. */
    private void schedule(Cast cast) {
        for (Court court : cast.courts()) {
            for (int week = 0; week < Sessions.WEEKS; week++) {
                Answer answer =
                        desk.ask(
                                Sessions.schedule(court.ouCode(), week, cast.lead().id()),
                                Cast.PROGRAMME,
                                DemoClock.BEGIN);
                if (answer instanceof Answer.Refused(List<Refusal> why)) {
                    throw new IllegalStateException(
                            "The play stopped: the session of %s in week %d is refused: %s"
                                    .formatted(court.ouCode(), week + 1, why));
                }
            }
        }
    }

    private void move(Running one) {
        Move move = one.left.remove();
        Optional<EngagementCommand> asked = move.asking().command(one.version, diary);
        if (asked.isEmpty()) {
            return;
        }
        EngagementCommand command = asked.get();
        switch (desk.ask(command, move.actor(), move.at())) {
            case Answer.Accepted accepted -> {
                if (move.refusal() != null) {
                    throw unexpected(move, command, "accepted, not refused: " + move.refusal());
                }
                one.version = accepted.version();
                note(command, one.outline);
            }
            case Answer.Foreseen foreseen -> throw unexpected(move, command, "only tried");
            case Answer.Refused(List<Refusal> why) -> {
                List<Rule> rules = why.stream().map(Refusal::rule).toList();
                // With another limit, the ledger asks in vain: that is harmless.
                boolean ownAccord = move.actor().equals(Cast.TRIAGE_IN_TIME);
                if (!ownAccord
                        && (move.refusal() == null || !rules.equals(List.of(move.refusal())))) {
                    throw unexpected(move, command, "refused: " + why);
                }
            }
        }
    }

    private void note(EngagementCommand command, Outline outline) {
        switch (command) {
            case BookSlot c ->
                    diary.book(outline.engagement(), outline.slots(), c.surgery(), c.start());
            case CancelBooking c -> diary.release(outline.engagement(), outline.slots());
            case Resolve c -> diary.release(outline.engagement(), outline.slots());
            case Withdraw c -> diary.release(outline.engagement(), outline.slots());
            case RecordOutcome c -> diary.release(outline.engagement(), outline.slots());
            default -> {}
        }
    }

    private static IllegalStateException unexpected(
            Move move, EngagementCommand command, String what) {
        return new IllegalStateException(
                "The play stopped: at %s %s of %s by %s was %s"
                        .formatted(
                                move.at(),
                                command.getClass().getSimpleName(),
                                command.engagement(),
                                move.actor().id(),
                                what));
    }
}

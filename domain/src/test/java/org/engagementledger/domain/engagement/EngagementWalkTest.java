package org.engagementledger.domain.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.claim.ClaimEvent;
import org.engagementledger.domain.engagement.command.EndWaiting;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.command.ExpireOffer;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryEvent;
import org.engagementledger.domain.waitinglist.OfferDecided;
import org.engagementledger.domain.waitinglist.OfferWithdrawn;
import org.engagementledger.domain.waitinglist.PlaceChanged;
import org.engagementledger.domain.waitinglist.PlaceLeft;
import org.engagementledger.domain.waitinglist.PlaceTaken;
import org.junit.jupiter.api.Test;

/**
 * Thousands of random legal and illegal commands by random people under a moving clock. Another
 * walk: {@code -Dwalk.seed=7 -Dwalk.steps=200000}.
 */
class EngagementWalkTest {

    private static final long SEED = Long.getLong("walk.seed", 20201105);
    private static final int STEPS = Integer.getInteger("walk.steps", 20_000);

    /** So many engagements are in play at once. */
    private static final int POOL = 12;

    private final Random random = new Random(SEED);
    private final WalkWorld world = new WalkWorld();
    private final WalkInvariants invariants = new WalkInvariants(world);
    private final WalkCommands commands = new WalkCommands(random, world);
    private final WalkActors actors = new WalkActors(random);
    private final List<EngagementId> pool =
            new ArrayList<>(IntStream.range(0, POOL).mapToObj(i -> id()).toList());
    private final Map<String, int[]> counts = new TreeMap<>();
    private int ids;

    private EngagementId id() {
        return new EngagementId("engagement-" + ++ids);
    }

    @Test
    void whatever_is_asked_by_whomever_the_ledger_stays_consistent() {
        int step = 0;
        try {
            for (; step < STEPS; step++) {
                step();
                if (step % 1_000 == 0) {
                    invariants.checkAll();
                }
            }
            invariants.checkAll();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("At step " + step + " of the walk with seed " + SEED, e);
        }
        report();
        if (STEPS >= 20_000) {
            assertTheWalkWentEverywhere();
        }
    }

    private void step() {
        world.wait(timeToPass());
        if (random.nextInt(10) == 0) {
            stepOfASession();
        }
        int place = random.nextInt(POOL);
        EngagementId id = pool.get(place);
        Engagement before = world.engagement(id).live();
        EngagementCommand command = commands.next(id, before);
        Actor actor = actors.giving(command, before);

        WalkWorld.Result result = world.attempt(actor, command);

        counts.computeIfAbsent(command.getClass().getSimpleName(), name -> new int[2])[
                result.accepted() ? 0 : 1]++;
        invariants.checkStep(command, before, result);
        invariants.checkTogether(pool);
        invariants.checkSurgeriesAndClaims();
        if (before instanceof Engagement.Closed && random.nextInt(8) == 0) {
            pool.set(place, id());
        }
    }

    private void stepOfASession() {
        SurgeryCommand command = commands.ofASession();
        boolean accepted = world.attempt(command);
        counts.computeIfAbsent(command.getClass().getSimpleName(), name -> new int[2])[
                accepted ? 0 : 1]++;
        invariants.checkAfter(command);
    }

    /** Half an hour or so; now and then most of a day. */
    private Duration timeToPass() {
        return random.nextInt(200) == 0
                ? Duration.ofHours(random.nextInt(20))
                : Duration.ofSeconds(random.nextInt(3_600));
    }

    private void report() {
        StringBuilder report =
                new StringBuilder("Walk of %d steps, seed %d: ".formatted(STEPS, SEED));
        report.append(
                "%d engagements, %d events, until %s%n"
                        .formatted(
                                world.engagements.size(),
                                world.engagements.values().stream()
                                        .mapToInt(book -> book.events().size())
                                        .sum(),
                                world.now()));
        counts.forEach(
                (name, count) ->
                        report.append(
                                "  %-24s accepted %5d, refused %5d%n"
                                        .formatted(name, count[0], count[1])));
        System.out.print(report);
    }

    private void assertTheWalkWentEverywhere() {
        List<Class<?>> kinds = new ArrayList<>(kinds(EngagementCommand.class));
        kinds.addAll(
                List.of(
                        SurgeryCommand.ChangeSession.class,
                        SurgeryCommand.Move.class,
                        SurgeryCommand.Block.class,
                        SurgeryCommand.Unblock.class));
        for (Class<?> kind : kinds) {
            int[] count = counts.getOrDefault(kind.getSimpleName(), new int[2]);
            assertThat(count[0])
                    .as("accepted: %s", kind.getSimpleName())
                    .isGreaterThanOrEqualTo(10);
            if (!kind.equals(ExpireOffer.class) && !kind.equals(EndWaiting.class)) {
                assertThat(count[1])
                        .as("refused: %s", kind.getSimpleName())
                        .isGreaterThanOrEqualTo(10);
            }
        }
        assertOccurred(EngagementEvent.class, world.engagements.values());
        assertOccurred(SurgeryEvent.class, world.surgeries.values());
        assertOccurred(ClaimEvent.class, world.claims.values());
        assertThat(
                        world.waitingLists.values().stream()
                                .flatMap(book -> book.events().stream())
                                .map(Object::getClass)
                                .distinct())
                .as("whom a warning is about is only told from outside")
                .containsExactlyInAnyOrder(
                        PlaceTaken.class,
                        PlaceChanged.class,
                        PlaceLeft.class,
                        OfferDecided.class,
                        OfferWithdrawn.class);
    }

    private static List<Class<?>> kinds(Class<?> parent) {
        return Stream.of(parent.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? kinds(kind).stream() : Stream.of(kind))
                .toList();
    }

    private static <S, E> void assertOccurred(
            Class<E> parent, Collection<WalkWorld.Book<S, E>> books) {
        Stream<Class<?>> occurred =
                books.stream().flatMap(book -> book.events().stream()).map(Object::getClass);
        assertThat(occurred.distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.asList(parent.getPermittedSubclasses()));
    }
}

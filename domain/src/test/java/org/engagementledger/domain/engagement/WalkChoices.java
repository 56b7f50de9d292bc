package org.engagementledger.domain.engagement;

import static org.engagementledger.domain.engagement.Words.note;
import static org.engagementledger.domain.engagement.Words.shared;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Visibility;

/** What the walk leaves to chance; now and then it goes wrong on purpose. */
abstract class WalkChoices {

    final Random random;
    final WalkWorld world;

    WalkChoices(Random random, WalkWorld world) {
        this.random = random;
        this.world = world;
    }

    Note text() {
        return rarely() ? note(oneOf(List.of(Visibility.values()))) : shared("Made up in a walk.");
    }

    /** Mostly now; sometimes earlier today, rarely in the future. */
    Instant when() {
        return switch (random.nextInt(20)) {
            case 0 -> world.now().plusSeconds(1);
            case 1, 2 -> world.now().minus(Duration.ofMinutes(random.nextInt(600)));
            default -> null;
        };
    }

    LocalDate day(int from, int to) {
        return world.today().plusDays(random.nextInt(from, to));
    }

    boolean rarely() {
        return random.nextInt(25) == 0;
    }

    <T> T orNull(T value) {
        return rarely() ? null : value;
    }

    <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> List<T> some(int atMost, T one) {
        return Stream.generate(() -> one).limit(1L + random.nextInt(atMost)).toList();
    }
}

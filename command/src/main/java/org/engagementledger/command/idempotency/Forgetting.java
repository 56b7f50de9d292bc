package org.engagementledger.command.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Deletes answers that nobody will ask for again, a batch in each transaction. Any number of
 * instances may do it.
 */
final class Forgetting {

    private static final int BATCH = 1_000;

    private final KeptAnswers answers;
    private final Clock clock;
    private final Duration kept;

    /**
     * @param kept for how long answers are kept
     */
    Forgetting(KeptAnswers answers, Clock clock, Duration kept) {
        this.answers = answers;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forget() {
        Instant before = clock.instant().minus(kept);
        int deleted;
        do {
            deleted = answers.forget(before, BATCH);
        } while (deleted == BATCH);
    }
}

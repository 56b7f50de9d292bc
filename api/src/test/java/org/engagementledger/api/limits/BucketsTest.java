package org.engagementledger.api.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final int CAPACITY = 5;
    private static final int MOST = 1_000;

    private final HandMovedTime time = new HandMovedTime();

    /** Five at once, two a second. */
    private final Buckets buckets = new Buckets(CAPACITY, 2, Duration.ofSeconds(1), MOST, time);

    private void empty(String key) {
        for (int i = 0; i < CAPACITY; i++) {
            assertThat(buckets.take(key)).isEmpty();
        }
    }

    @Test
    void aBucketThatIsEmptySaysHowLongToWait() {
        empty("ada");

        assertThat(buckets.take("ada")).contains(Duration.ofMillis(500));
        time.passes(Duration.ofMillis(200));
        assertThat(buckets.take("ada")).contains(Duration.ofMillis(300));
        time.passes(Duration.ofMillis(300));
        assertThat(buckets.take("ada")).isEmpty();
        assertThat(buckets.take("ada")).contains(Duration.ofMillis(500));
    }

    @Test
    void eachKeyHasABucketOfItsOwn() {
        empty("ada");

        assertThat(buckets.take("ben")).isEmpty();
    }

    @Test
    void noBucketHoldsMoreThanItsCapacity() {
        empty("ada");
        time.passes(Duration.ofHours(1));

        empty("ada");
        assertThat(buckets.take("ada")).isPresent();
    }

    @Test
    void whatIsRefusedIsNotPaidFor() {
        empty("ada");
        for (int i = 0; i < 1_000; i++) {
            assertThat(buckets.take("ada")).contains(Duration.ofMillis(500));
        }
    }

    @Test
    void lookingTakesNothingAndMakesNoBucket() {
        for (int i = 0; i < 10 * CAPACITY; i++) {
            assertThat(buckets.lack("ada")).isEmpty();
        }
        assertThat(buckets.size()).isZero();

        empty("ada");
        assertThat(buckets.lack("ada")).contains(Duration.ofMillis(500));
        time.passes(Duration.ofMillis(500));
        assertThat(buckets.lack("ada")).isEmpty();
        assertThat(buckets.lack("ada")).isEmpty();
        assertThat(buckets.take("ada")).isEmpty();
    }

    @Test
    void whatWentBeyondIsPaidForLater() {
        for (int i = 0; i < CAPACITY + 4; i++) {
            buckets.charge("ada");
        }

        assertThat(buckets.lack("ada")).contains(Duration.ofMillis(2_500));
        time.passes(Duration.ofMillis(2_500));
        assertThat(buckets.lack("ada")).isEmpty();
    }

    @Test
    void aBucketThatNobodyAskedOfForLongIsForgotten() {
        empty("ada");
        time.passes(Duration.ofSeconds(59));
        assertThat(buckets.size()).isOne();

        time.passes(Duration.ofSeconds(2));
        assertThat(buckets.size()).isZero();
    }

    @Test
    void noBucketIsForgottenBeforeItIsFullAgain() {
        Buckets slow = new Buckets(1_000, 1, Duration.ofMinutes(1), MOST, time);
        for (int i = 0; i < 1_500; i++) {
            slow.charge("ada");
        }

        time.passes(Duration.ofMinutes(499));
        assertThat(slow.lack("ada")).isPresent();
        time.passes(Duration.ofMinutes(2_000));
        assertThat(slow.size()).isOne();
    }

    @Test
    void manyKeysFindNoMoreRoomThanThereIs() {
        for (int i = 0; i < 20 * MOST; i++) {
            buckets.take("one of many, " + i);
            assertThat(buckets.size()).isLessThanOrEqualTo(MOST);
        }
    }

    @Test
    void nobodyIsForgottenWhileThereIsRoom() {
        empty("ada");
        for (int i = 1; i < MOST; i++) {
            buckets.take("one of many, " + i);
        }

        assertThat(buckets.take("ada")).isPresent();
    }

    @Test
    void manyWhoAskOnceDoNotPushOutOneThatKeepsAsking() {
        empty("ada");
        for (int i = 0; i < 20 * MOST; i++) {
            buckets.take("one of many, " + i);
            if (i % (MOST / 2) == 0) {
                assertThat(buckets.take("ada")).isPresent();
            }
        }
    }

    /** Also while there is no room: it would else be one that is never refused. */
    @Test
    void oneThatComesWhenThereIsNoRoomIsCountedToo() {
        for (int i = 0; i < 2 * MOST; i++) {
            buckets.take("one of many, " + i);
        }

        empty("ada");
        assertThat(buckets.take("ada")).isPresent();
    }
}

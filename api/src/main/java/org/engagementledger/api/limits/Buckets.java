package org.engagementledger.api.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of tokens for each key, in bounded memory. A bucket is full at first, and whoever finds
 * it empty has to wait.
 *
 * <p>A bucket that nobody asked of for much longer than it takes to fill is forgotten: it is as
 * full as a new one. While there is room, no other is. When there is none, those that asked once
 * are forgotten before those that keep asking: to have an empty bucket replaced by a fresh one
 * takes as many other keys as there is room for, and each of those has a full bucket anyway.
 */
final class Buckets {

    private static final int FILLINGS_REMEMBERED = 10;
    private static final Duration AT_LEAST_REMEMBERED = Duration.ofMinutes(1);

    private final Bandwidth bandwidth;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /**
     * @param capacity the tokens of a full bucket
     * @param added how many come back in a period, one by one
     * @param most how many buckets there are at most
     */
    Buckets(long capacity, long added, Duration period, int most, TimeMeter time) {
        this.bandwidth = Bandwidth.builder().capacity(capacity).refillGreedy(added, period).build();
        this.time = time;
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(most)
                        .expireAfterAccess(
                                remembered(period.multipliedBy(capacity).dividedBy(added)))
                        .ticker(time::currentTimeNanos)
                        // Whoever adds one too many takes another out: never more than there is
                        // room for.
                        .executor(Runnable::run)
                        .build();
    }

    private static Duration remembered(Duration toFill) {
        Duration remembered = toFill.multipliedBy(FILLINGS_REMEMBERED);
        return remembered.compareTo(AT_LEAST_REMEMBERED) < 0 ? AT_LEAST_REMEMBERED : remembered;
    }

    /**
     * Takes a token.
     *
     * @return if there is none, and none is taken: how long to wait for one
     */
    Optional<Duration> take(String key) {
        ConsumptionProbe probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /**
     * Takes none, and makes no bucket.
     *
     * @return if there is no token: how long to wait for one
     */
    Optional<Duration> lack(String key) {
        @Nullable Bucket bucket = buckets.getIfPresent(key);
        if (bucket == null) {
            return Optional.empty();
        }
        EstimationProbe probe = bucket.estimateAbilityToConsume(1);
        return probe.canBeConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Takes a token, also one that isn't there yet: so much longer there will be none. */
    void charge(String key) {
        bucket(key).consumeIgnoringRateLimits(1);
    }

    /** How many are remembered. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private Bucket bucket(String key) {
        return buckets.get(
                key,
                absent ->
                        Bucket.builder().addLimit(bandwidth).withCustomTimePrecision(time).build());
    }
}

package org.engagementledger.query.suppression;

import org.engagementledger.domain.casework.Actor;
import org.engagementledger.query.CaseReaders;
import org.jspecify.annotations.Nullable;

/**
 * How exactly somebody is told how many cases there are of a kind. Whoever may see figures, but no
 * cases, is told in whole steps of the threshold: at least so many. Fewer than a whole step aren't
 * told, and that there is none isn't, either.
 *
 * <p>Exact numbers can be taken from one another, those of a week from those of the week before or
 * of one rule from those of another, until a case is left alone. What is told here hangs on how
 * many whole steps there are, and on nothing else: not on other numbers, and not on what is asked
 * beside it. So a case more or less mostly changes nothing, and where it does, what is told differs
 * by a whole step.
 *
 * @param threshold the length of a step, which is the smallest number that is told; 1 tells exactly
 *     how many there are, none too
 */
public record SmallNumbers(int threshold) {

    /** For whoever may see the cases. */
    public static final SmallNumbers EXACT = new SmallNumbers(1);

    public SmallNumbers {
        if (threshold < 1) {
            throw new IllegalArgumentException("The smallest number that is told is at least 1");
        }
    }

    /** Whether this reader is to be kept from small numbers. */
    public static boolean areHiddenFrom(Actor reader) {
        return !CaseReaders.seeAllFirms(reader);
    }

    /** How exactly this reader is told. */
    public SmallNumbers toldTo(Actor reader) {
        return areHiddenFrom(reader) ? this : EXACT;
    }

    /** What is told of so many: as many or fewer; null if nothing is. */
    public @Nullable Long told(long count) {
        return tells(count) ? Long.valueOf(count - count % threshold) : null;
    }

    /** Whether anything is told of so many. */
    public boolean tells(long count) {
        return count >= threshold || threshold == 1;
    }

    /** In whole steps of how many it is told; null if exactly. */
    public @Nullable Integer stepsOf() {
        return threshold == 1 ? null : threshold;
    }
}

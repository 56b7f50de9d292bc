package org.engagementledger.api.read;

import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.query.schedule.CourtsOnRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells whoever asks for a court that there is none of this code, instead of an empty answer. A
 * court that was in scope once can be read as long as something is on record of it.
 */
@Component
public final class KnownCourts {

    private final Terms terms;
    private final CourtsOnRecord onRecord;

    KnownCourts(Terms terms, CourtsOnRecord onRecord) {
        this.terms = terms;
        this.onRecord = onRecord;
    }

    /**
     * Refuses one that is unknown: neither in scope, nor is anything on record of it.
     *
     * @param court the parameter of that name; null if it was left out
     */
    public void check(@Nullable String court, Inquiry inquiry) {
        if (!inquiry.refuses("court") && isUnknown(court)) {
            inquiry.refuse(Refusal.of(Rule.COURT_OUT_OF_SCOPE, "court", terms.courtsInScope()));
        }
    }

    private boolean isUnknown(@Nullable String court) {
        return court != null && terms.court(court).isEmpty() && !onRecord.include(court);
    }
}

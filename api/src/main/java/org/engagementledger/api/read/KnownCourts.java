package org.engagementledger.api.read;

import java.util.List;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.problem.Refused;
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
     * Lets a known court pass.
     *
     * @param court the parameter of that name; null if it was left out
     * @throws Refused unless it is in scope, or something is on record of it
     */
    public void check(@Nullable String court) {
        if (isUnknown(court)) {
            throw new Refused(List.of(unknown()));
        }
    }

    /**
     * The same, among whatever else is wrong.
     *
     * @param court the parameter of that name; null if it was left out
     */
    public void check(@Nullable String court, Inquiry inquiry) {
        if (!inquiry.refuses("court") && isUnknown(court)) {
            inquiry.refuse(unknown());
        }
    }

    private boolean isUnknown(@Nullable String court) {
        return court != null && terms.court(court).isEmpty() && !onRecord.include(court);
    }

    private Refusal unknown() {
        return Refusal.of(Rule.COURT_OUT_OF_SCOPE, "court", terms.courtsInScope());
    }
}

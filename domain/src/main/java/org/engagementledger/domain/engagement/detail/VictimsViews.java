package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Disclosable;
import org.engagementledger.domain.casework.Note;
import org.engagementledger.domain.casework.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Whether the victim's views were considered, and what they were; the defence never sees either.
 */
public record VictimsViews(Visibility visibility, Consideration consideration, @Nullable Note note)
        implements Disclosable {

    public VictimsViews(Consideration consideration, @Nullable Note note) {
        this(Visibility.PROSECUTION_ONLY, consideration, note);
    }
}

package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/** How somebody can be reached: a practitioner, or a litigant in person. */
public record Contact(
        @Nullable Personal<String> name,
        @Nullable Personal<String> email,
        @Nullable Personal<String> telephone) {}

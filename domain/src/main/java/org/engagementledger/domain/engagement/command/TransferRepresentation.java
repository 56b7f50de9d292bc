package org.engagementledger.domain.engagement.command;

import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.engagement.detail.Contact;
import org.jspecify.annotations.Nullable;

/** Another firm takes the case over; no firm means that the defendant goes on in person. */
public record TransferRepresentation(
        EngagementId engagement, @Nullable FirmId firm, @Nullable Contact contact)
        implements EngagementCommand {}

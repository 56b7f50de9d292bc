package org.engagementledger.domain.engagement.detail;

import org.engagementledger.domain.casework.Note;

/** The answer to a request for information. */
public record InformationGiven(RequestId request, Note answer) {}

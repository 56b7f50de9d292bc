package org.engagementledger.domain.programme;

/** What happened to a court's programme. */
public sealed interface ProgrammeEvent permits ProgrammeSet, ProgrammeEnded {

    ProgrammeId programme();
}

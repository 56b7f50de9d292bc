package org.engagementledger.domain.surgery;

import java.time.Instant;

/** A slot of a surgery, from its start to its end (exclusive). */
public record Slot(SurgeryId surgery, Instant start, Instant end) {}

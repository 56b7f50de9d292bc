package org.engagementledger.domain.surgery;

import java.time.Instant;

/**
 * A session is held at another time, and just as long. Its name stays, whatever time it speaks of;
 * each slot is as far from the new start as it was from the old one, and whoever had it, has it,
 * and what was blocked, is.
 *
 * @param start when it begins now
 * @param end when it ends now
 */
public record SessionMoved(SurgeryId surgery, Instant start, Instant end) implements SurgeryEvent {}

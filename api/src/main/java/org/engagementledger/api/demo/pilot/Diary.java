package org.engagementledger.api.demo.pilot;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;

/** Who has which slot, as those who play know it. */
final class Diary {

    private final Map<SurgeryId, TreeMap<Instant, EngagementId>> booked = new HashMap<>();

    /** The engagement has this slot now, and none of the others. */
    void book(EngagementId engagement, List<Slot> all, SurgeryId surgery, Instant start) {
        release(engagement, all);
        booked.computeIfAbsent(surgery, id -> new TreeMap<>()).put(start, engagement);
    }

    /** The engagement has none of these slots any more. */
    void release(EngagementId engagement, List<Slot> all) {
        all.forEach(
                slot -> {
                    TreeMap<Instant, EngagementId> session = booked.get(slot.surgery());
                    if (session != null) {
                        session.remove(slot.start(), engagement);
                    }
                });
    }

    /** A slot of the session that somebody has. */
    Optional<Instant> taken(SurgeryId surgery) {
        return Optional.ofNullable(booked.get(surgery))
                .filter(session -> !session.isEmpty())
                .map(TreeMap::firstKey);
    }
}

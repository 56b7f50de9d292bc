package org.engagementledger.api.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.engagementledger.api.process.Tables.Row;

/** Stored events, and what must hold of them whatever happened to the service. */
record Events(List<Row> rows) {

    Stream<Row> named(String name) {
        return rows.stream().filter(row -> row.name().equals(name));
    }

    /** No aggregate has a gap, and what must be written together was. */
    void assertWhole() {
        assertGapless();
        assertThat(bookings())
                .as("What engagements say of their slots is what surgeries say")
                .isEqualTo(allocations());
        assertThat(openEngagements())
                .as("Each open engagement has its claim, and no other has one")
                .isEqualTo(claims());
    }

    void assertGapless() {
        Map<String, Long> next = new HashMap<>();
        for (Row row : rows) {
            assertThat(row.sequence())
                    .as("sequence of %s", row.aggregate())
                    .isEqualTo(next.getOrDefault(row.aggregate(), 0L));
            next.put(row.aggregate(), row.sequence() + 1);
        }
    }

    /** Which slots engagements have, "surgery start" by engagement. */
    Map<String, String> bookings() {
        Map<String, String> slots = new TreeMap<>();
        for (Row row : rows) {
            switch (row.name()) {
                case "engagement.SlotBooked" ->
                        assertThat(slots.put(row.aggregate(), slot(row))).isNull();
                case "engagement.SlotReleased" ->
                        assertThat(slots.remove(row.aggregate())).isEqualTo(slot(row));
                default -> {}
            }
        }
        return slots;
    }

    private static String slot(Row row) {
        return row.fact("slot", "surgery") + " " + row.fact("slot", "start");
    }

    /** Which engagements surgeries have given their slots to, "surgery start" by engagement. */
    Map<String, String> allocations() {
        Map<String, String> holders = new TreeMap<>();
        for (Row row : rows) {
            String slot = row.aggregate() + " " + row.fact("start");
            switch (row.name()) {
                case "surgery.SlotAllocated" ->
                        assertThat(holders.put(slot, row.fact("engagement")))
                                .as("who had %s when it was allocated", slot)
                                .isNull();
                case "surgery.SlotFreed" ->
                        assertThat(holders.remove(slot)).isEqualTo(row.fact("engagement"));
                default -> {}
            }
        }
        Map<String, String> slots = new TreeMap<>();
        holders.forEach(
                (slot, engagement) ->
                        assertThat(slots.put(engagement, slot))
                                .as("a second slot of %s", engagement)
                                .isNull());
        return slots;
    }

    private Map<String, Boolean> openEngagements() {
        Map<String, Boolean> open = new TreeMap<>();
        named("engagement.Submitted").forEach(row -> open.put(row.aggregate(), true));
        named("engagement.Withdrawn").forEach(row -> open.remove(row.aggregate()));
        return open;
    }

    private Map<String, Boolean> claims() {
        Map<String, String> holders = new HashMap<>();
        for (Row row : rows) {
            switch (row.name()) {
                case "claim.ClaimTaken" ->
                        assertThat(holders.put(row.aggregate(), row.fact("engagement"))).isNull();
                case "claim.ClaimReleased" ->
                        assertThat(holders.remove(row.aggregate()))
                                .isEqualTo(row.fact("engagement"));
                default -> {}
            }
        }
        Map<String, Boolean> engagements = new TreeMap<>();
        holders.values().forEach(engagement -> engagements.put(engagement, true));
        return engagements;
    }
}

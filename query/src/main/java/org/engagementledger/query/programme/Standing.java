package org.engagementledger.query.programme;

import java.util.List;
import java.util.Optional;
import org.engagementledger.domain.programme.Pattern;
import org.engagementledger.domain.programme.ProgrammeEnded;
import org.engagementledger.domain.programme.ProgrammeEvent;
import org.engagementledger.domain.programme.ProgrammeSet;
import org.engagementledger.domain.surgery.Host;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A programme as its events have made it.
 *
 * @param version the sequence number of its last event
 */
record Standing(
        String programme,
        long version,
        Pattern pattern,
        List<Host> hosts,
        @Nullable String joinLink) {

    Standing {
        hosts = List.copyOf(hosts);
    }

    /**
     * A row's state.
     *
     * @param state as JSON; what an earlier revision of the projection wrote excepts no days
     */
    static Standing read(String state, JsonMapper json) {
        ObjectNode tree = (ObjectNode) json.readTree(state);
        ObjectNode pattern = tree.withObject("/pattern");
        if (!pattern.has("except")) {
            pattern.putArray("except");
        }
        return json.treeToValue(tree, Standing.class);
    }

    /** The programme after the next event; empty if it doesn't begin with one. */
    static Optional<Standing> after(@Nullable Standing before, ProgrammeEvent event, long version) {
        return switch (event) {
            case ProgrammeSet e ->
                    Optional.of(
                            new Standing(
                                    e.programme().value(),
                                    version,
                                    e.pattern(),
                                    e.hosts(),
                                    e.joinLink()));
            case ProgrammeEnded e ->
                    Optional.ofNullable(before)
                            .map(
                                    it ->
                                            new Standing(
                                                    it.programme(),
                                                    version,
                                                    it.pattern().until(e.last()),
                                                    it.hosts(),
                                                    it.joinLink()));
        };
    }
}

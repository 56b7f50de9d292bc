package org.engagementledger.ledger.names;

import java.util.Objects;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How events of earlier revisions are read: one step for each revision that was left behind. */
public final class Upcasters {

    private Upcasters() {}

    /** All steps, those of one event in the order of its revisions. */
    public static EventUpcasterChain chain() {
        return new EventUpcasterChain(
                Revise.from("engagement.MeetingMissed", 1, Upcasters::severalCanMissAMeeting),
                Revise.from("engagement.MeetingMissed", 2, Upcasters::remarksAreANote),
                Revise.from("surgery.SurgeryScheduled", 1, Upcasters::theLeadIsAHost),
                Revise.from("programme.ProgrammeSet", 1, Upcasters::noDayIsExcepted),
                Revise.from("programme.ProgrammeEnded", 1, Upcasters::nothingIsSaidToRemain),
                Revise.from("correspondence.InvitationPrepared", 1, Upcasters::nobodySaidWhy),
                Revise.from("strategy.Adopted", 1, Upcasters::nobodyCountedTheRules));
    }

    private static ObjectNode severalCanMissAMeeting(ObjectNode meetingMissed) {
        JsonNode party = Objects.requireNonNull(meetingMissed.remove("missedBy"), "missedBy");
        meetingMissed.putArray("missedBy").add(party);
        return meetingMissed;
    }

    private static ObjectNode remarksAreANote(ObjectNode meetingMissed) {
        JsonNode remarks = meetingMissed.remove("remarks");
        if (remarks != null) {
            meetingMissed.set("note", remarks);
        }
        return meetingMissed;
    }

    /** What was scheduled before there were programmes follows none. */
    private static ObjectNode theLeadIsAHost(ObjectNode surgeryScheduled) {
        JsonNode lead = surgeryScheduled.remove("lead");
        ArrayNode hosts = surgeryScheduled.putArray("hosts");
        if (lead != null) {
            hosts.addObject().put("role", "LEAD").set("login", lead);
        }
        return surgeryScheduled;
    }

    /** A cancellation didn't say why, and does so no more for being read again. */
    private static ObjectNode nobodySaidWhy(ObjectNode invitationPrepared) {
        return invitationPrepared;
    }

    /** Nobody counted the rules of an action that was adopted, which are events of their own. */
    private static ObjectNode nobodyCountedTheRules(ObjectNode adopted) {
        return adopted;
    }

    private static ObjectNode noDayIsExcepted(ObjectNode programmeSet) {
        programmeSet.withObject("/pattern").putArray("except");
        return nothingIsSaidToRemain(programmeSet);
    }

    private static ObjectNode nothingIsSaidToRemain(ObjectNode programmeEvent) {
        programmeEvent.putArray("remaining");
        return programmeEvent;
    }
}

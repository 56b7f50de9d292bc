package org.engagementledger.api.invitation;

import java.time.Instant;
import java.util.List;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.DueTask;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.correspondence.Appointment;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Remind;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.domain.correspondence.Recipient;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reminds whoever is invited to a meeting, if it is still then. */
@Component
class ReminderTask implements DueTask {

    static final String NAME = "meeting-reminder";

    private final Desk desk;
    private final Meeting.Planner planner;
    private final Commands commands;

    ReminderTask(Desk desk, Meeting.Planner planner, Commands commands) {
        this.desk = desk;
        this.planner = planner;
        this.commands = commands;
    }

    /**
     * Of whose meeting.
     *
     * @param start when it starts
     */
    static String key(EngagementId engagement, Instant start) {
        return engagement + "/" + start;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String key) {
        int end = key.indexOf('/');
        EngagementId engagement = new EngagementId(key.substring(0, end));
        Instant start = Instant.parse(key.substring(end + 1));
        List<WrittenLetter> letters = desk.letters(engagement.value(), NAME);
        letters.stream()
                .filter(letter -> letter.method() == Method.REQUEST)
                .reduce((earlier, later) -> later)
                .map(WrittenLetter::appointment)
                .map(Appointment::slot)
                .filter(slot -> slot.start().equals(start))
                .ifPresent(slot -> remind(engagement, slot, Guests.former(letters)));
    }

    /** As the case stands now, which may be otherwise than when they were invited. */
    private void remind(EngagementId engagement, Slot slot, List<Recipient> invited) {
        JsonNode read = desk.engagement(engagement.value(), NAME);
        if (read == null
                || !read.has("slot")
                || !Instant.parse(read.path("slot").path("start").asString())
                        .equals(slot.start())) {
            return;
        }
        Meeting meeting = planner.of(read, slot, desk.session(slot.surgery(), NAME));
        commands.send(
                new Remind(
                        CorrespondenceId.of(engagement),
                        engagement,
                        meeting.appointment(),
                        meeting.requester(),
                        invited),
                OwnAccord.of(NAME));
    }
}

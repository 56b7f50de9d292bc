package org.engagementledger.api.invitation;

import java.time.Instant;
import java.util.List;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.DueTask;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.correspondence.CorrespondenceCommand.Remind;
import org.engagementledger.domain.correspondence.CorrespondenceId;
import org.engagementledger.domain.correspondence.Method;
import org.engagementledger.query.correspondence.WrittenLetter;
import org.springframework.stereotype.Component;

/** Reminds whoever is invited to a meeting, if it is still then. */
@Component
class ReminderTask implements DueTask {

    static final String NAME = "meeting-reminder";

    private final Desk desk;
    private final Commands commands;

    ReminderTask(Desk desk, Commands commands) {
        this.desk = desk;
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
                .ifPresent(
                        last ->
                                commands.send(
                                        new Remind(
                                                CorrespondenceId.of(engagement),
                                                engagement,
                                                start,
                                                last.requester(),
                                                Guests.former(letters)),
                                        OwnAccord.of(NAME)));
    }
}

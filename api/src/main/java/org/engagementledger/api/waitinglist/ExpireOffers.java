package org.engagementledger.api.waitinglist;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.engagementledger.command.Commands;
import org.engagementledger.command.policy.DueTask;
import org.engagementledger.command.policy.OwnAccord;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.engagement.command.ExpireOffer;
import org.engagementledger.domain.surgery.Slot;
import org.engagementledger.domain.surgery.SurgeryId;
import org.springframework.stereotype.Component;

/** Ends an offer that nobody has answered in time. */
@Component
class ExpireOffers implements DueTask {

    static final String NAME = "expire-offer";

    private static final Pattern SPACE = Pattern.compile(" ");

    private final Commands commands;

    ExpireOffers(Commands commands) {
        this.commands = commands;
    }

    /** What tells an offer from all others. */
    static String key(EngagementId engagement, Slot slot) {
        return engagement + " " + slot.surgery() + " " + slot.start();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String key) {
        List<String> parts = SPACE.splitAsStream(key).toList();
        commands.send(
                new ExpireOffer(
                        new EngagementId(parts.get(0)),
                        new SurgeryId(parts.get(1)),
                        Instant.parse(parts.get(2))),
                OwnAccord.of(NAME));
    }
}

package org.engagementledger.command.programme;

import java.util.Set;
import org.engagementledger.command.policy.Policy;
import org.engagementledger.domain.programme.ProgrammeEvent;
import org.engagementledger.ledger.feed.FeedEntry;
import org.springframework.stereotype.Component;

/** The sessions that a new programme says are there soon after it is set. */
@Component
class WhenProgrammeSetThenRoll implements Policy {

    private final Rolling rolling;

    WhenProgrammeSetThenRoll(Rolling rolling) {
        this.rolling = rolling;
    }

    @Override
    public String name() {
        return Rolling.NAME;
    }

    @Override
    public Set<Class<?>> follows() {
        return Set.of(ProgrammeEvent.class);
    }

    @Override
    public void on(FeedEntry entry) {
        rolling.roll(((ProgrammeEvent) entry.event().payload()).programme());
    }
}

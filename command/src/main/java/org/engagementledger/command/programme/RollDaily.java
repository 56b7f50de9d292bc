package org.engagementledger.command.programme;

import java.time.LocalTime;
import org.engagementledger.command.policy.Recurrence;
import org.engagementledger.command.policy.RecurringTask;
import org.springframework.stereotype.Component;

/** Another day comes in sight each night. */
@Component
class RollDaily implements RecurringTask {

    private static final LocalTime SOON_AFTER_MIDNIGHT = LocalTime.of(0, 10);

    private final Rolling rolling;

    RollDaily(Rolling rolling) {
        this.rolling = rolling;
    }

    @Override
    public String name() {
        return Rolling.NAME;
    }

    @Override
    public Recurrence recurrence() {
        return Recurrence.dailyAt(SOON_AFTER_MIDNIGHT);
    }

    @Override
    public void run() {
        rolling.rollAll();
    }
}

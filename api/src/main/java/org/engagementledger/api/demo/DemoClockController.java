package org.engagementledger.api.demo;

import java.time.Instant;
import org.engagementledger.api.problem.Misasked;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows and moves the demonstration's clock. */
@RestController
@Profile("demo")
@RequestMapping(path = "/api/demo/clock", produces = MediaType.APPLICATION_JSON_VALUE)
class DemoClockController {

    private final DemoClock clock;

    DemoClockController(DemoClock clock) {
        this.clock = clock;
    }

    /**
     * A time of the demonstration.
     *
     * @param now which it is
     */
    record Time(@Nullable Instant now) {}

    /** The demonstration's time. */
    @GetMapping
    Time readClock() {
        return new Time(clock.instant());
    }

    /** Moves the clock forward, and never back: what is recorded later is dated later. */
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Time moveClock(@RequestBody Time time) {
        if (time.now() == null) {
            throw Misasked.parameter("/now", "REQUIRED", "now is required.");
        }
        if (!clock.moveTo(time.now())) {
            throw Misasked.parameter(
                    "/now",
                    "CLOCK_TURNED_BACK",
                    "The clock goes forward only; it is " + clock.instant() + ".");
        }
        return readClock();
    }
}

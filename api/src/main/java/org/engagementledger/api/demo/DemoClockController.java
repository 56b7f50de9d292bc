package org.engagementledger.api.demo;

import java.time.Instant;
import org.engagementledger.api.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    /** The demonstration's time. */
    record Time(@Nullable Instant now) {}

    @GetMapping
    Time read() {
        return new Time(clock.instant());
    }

    @PutMapping
    ResponseEntity<?> move(@RequestBody Time time) {
        if (time.now() == null) {
            return Problems.misfit("REQUIRED", "/now", "now is required.");
        }
        return clock.moveTo(time.now())
                ? ResponseEntity.ok(read())
                : Problems.misfit(
                        "CLOCK_TURNED_BACK",
                        "/now",
                        "The clock goes forward only; it is " + clock.instant() + ".");
    }
}

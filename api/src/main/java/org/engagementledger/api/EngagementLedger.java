package org.engagementledger.api;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service. */
@SpringBootApplication
public class EngagementLedger {

    public static void main(String[] arguments) {
        SpringApplication.run(EngagementLedger.class, arguments);
    }
}

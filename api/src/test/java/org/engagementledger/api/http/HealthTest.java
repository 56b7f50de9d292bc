package org.engagementledger.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether the service is up is the one thing that is told without a login. */
class HealthTest extends OverHttp {

    @Test
    void itIsUpAndSaysNoMore() {
        Reply reply = Login.send(defence.anonymous("/actuator/health").GET());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().toString()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void whoeverIsLoggedInLearnsNoMore() {
        assertThat(auditor.get("/actuator/health").json().toString())
                .isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void nothingElseOfItIsOpen() {
        for (String path :
                List.of(
                        "/actuator",
                        "/actuator/health/db",
                        "/actuator/health/liveness",
                        "/actuator/info",
                        "/actuator/env",
                        "/actuator/metrics",
                        "/actuator/shutdown")) {
            assertThat(Login.send(defence.anonymous(path).GET()).status()).isEqualTo(401);
            assertThat(auditor.get(path).status()).isEqualTo(404);
        }
    }
}

package org.engagementledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** How long a browser is known without being logged in again. */
class SessionEndTest {

    private static final SessionEnd FILTER = new SessionEnd(Duration.ofHours(8));

    private static MockHttpServletRequest filtered(@Nullable MockHttpSession session)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        MockFilterChain chain = new MockFilterChain();
        FILTER.doFilter(request, new MockHttpServletResponse(), chain);
        assertThat(chain.getRequest()).isSameAs(request);
        return request;
    }

    /** A session that was last used so long after it began. */
    private static MockHttpSession lasted(Duration time) {
        return new MockHttpSession() {
            @Override
            public long getLastAccessedTime() {
                return getCreationTime() + time.toMillis();
            }
        };
    }

    @Test
    void aBusySessionEndsWhenItsTimeIsOver() throws Exception {
        MockHttpSession session = lasted(Duration.ofHours(8).plusSeconds(1));

        filtered(session);

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void untilThenItGoesOn() throws Exception {
        MockHttpSession session = lasted(Duration.ofHours(8));

        filtered(session);

        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void whereThereIsNoneNoneIsMade() throws Exception {
        assertThat(filtered(null).getSession(false)).isNull();
    }
}

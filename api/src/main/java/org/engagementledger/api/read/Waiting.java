package org.engagementledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.problem.NotYet;
import org.engagementledger.api.security.Callers;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.query.position.Reached;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets whoever has just written read what they wrote: a read with {@code at=<id>@<version>}, as the
 * write's {@code Ledger-Position} says it, waits until all projections hold it. How long at most is
 * said by {@code Prefer: wait=<seconds>} (RFC 7240), else 5 seconds. Of what a reader may not see
 * they learn nothing: it is waited for as for what isn't there.
 */
@Configuration(proxyBeanMethods = false)
class Waiting implements WebMvcConfigurer, HandlerInterceptor {

    /** Of engagements, surgeries and the strategy's actions. */
    private static final Pattern POSITION = Pattern.compile("([A-Za-z0-9._:-]{1,110})@(\\d{1,18})");

    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,4})(?:$|[,;\\s])");
    private static final Duration USUAL = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** So many wait at a time at most: others would find no thread left to serve them. */
    private static final int MOST = 50;

    private static final int MOST_OF_AN_ACCOUNT = 5;

    private final Reached reached;
    private final Places places =
            new Places(MOST, MOST_OF_AN_ACCOUNT, "reads are waiting", "ask without at");

    Waiting(Reached reached) {
        this.reached = reached;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        String at = request.getParameter("at");
        Inquiry inquiry = Inquiry.of(request);
        if (at == null || !KnownParameters.reads(request) || inquiry.refuses("at")) {
            return true;
        }
        Matcher position = POSITION.matcher(at);
        if (!position.matches()) {
            inquiry.refuse(
                    "at",
                    "POSITION_MALFORMED",
                    "A position is what a write's Ledger-Position says: an id, @ and a version.");
            return KnownParameters.inquires(handler) || inquiry.complete(true);
        }
        if (inquiry.refusesAny()) {
            return true;
        }
        String id = position.group(1);
        long version = Long.parseLong(position.group(2));
        Actor reader = Callers.known(request);
        if (!Reached.means(reader.role())) {
            return true;
        }
        if (!reached.isShown(reader, id, version)
                && !isReached(reader, id, version, patience(request))) {
            throw new NotYet(
                    "What is read hasn't come so far yet, or nothing has that position: ask again,"
                            + " or without at.");
        }
        return true;
    }

    private boolean isReached(Actor reader, String id, long version, Duration patience) {
        places.take(reader.id());
        try {
            return reached.await(reader, id, version, patience);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            places.leave(reader.id());
        }
    }

    private static Duration patience(HttpServletRequest request) {
        String preferences = request.getHeader("Prefer");
        Matcher wait = WAIT.matcher(preferences == null ? "" : preferences);
        if (!wait.find()) {
            return USUAL;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}

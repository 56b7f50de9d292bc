package org.engagementledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.problem.NotYet;
import org.engagementledger.api.security.Callers;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.query.position.Reached;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
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

    static final String PARAMETER = "at";

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
        Matcher position =
                POSITION.matcher(Objects.requireNonNullElse(request.getParameter(PARAMETER), ""));
        if (!position.matches()
                || !(handler instanceof HandlerMethod)
                || !KnownParameters.reads(request)
                || Inquiry.of(request).refusesAny()) {
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

    /** Refuses what is no position. */
    static void check(String at, Inquiry inquiry) {
        if (!POSITION.matcher(at).matches()) {
            inquiry.refuse(
                    PARAMETER,
                    "POSITION_MALFORMED",
                    "A position is what a write's Ledger-Position says: an id, @ and a version.");
        }
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

package org.engagementledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.api.Answers;
import org.engagementledger.api.asking.DryRun;
import org.engagementledger.api.problem.Inquiry;
import org.engagementledger.api.table.Csv;
import org.engagementledger.domain.casework.Checks;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses a parameter that nobody reads: a filter with a slip in its name would else show what was
 * not asked for, and what has no dry run would be done in earnest. Refuses a value, too, that
 * nothing can have.
 */
@Configuration(proxyBeanMethods = false)
class KnownParameters implements WebMvcConfigurer, HandlerInterceptor {

    private static final String MALFORMED = "MALFORMED";

    /** A file, which no method answers. */
    private static final String DESCRIPTION = "/api/openapi.json";

    private static final Set<String> PAGING = Set.of("limit", "after");

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors
                .addInterceptor(this)
                .addPathPatterns("/api/**")
                // Nothing is waited for that is refused.
                .order(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getParameterMap().isEmpty() || !isAnswered(request, handler)) {
            return true;
        }
        Inquiry inquiry = Inquiry.of(request);
        Set<String> known = known(request, handler);
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (!known.contains(name)) {
                                inquiry.unknown(name, unknown(name, known, handler));
                            } else if (holds(values, value -> value.indexOf('\0') >= 0)) {
                                // PostgreSQL would take the question for its failure.
                                inquiry.refuse(
                                        name, MALFORMED, "No text has the character U+0000.");
                            } else if (reads(request)) {
                                checkRead(name, values, handler, inquiry);
                            } else if (name.equals(DryRun.PARAMETER)) {
                                DryRun.check(values, inquiry);
                            }
                        });
        return inquires(handler) || inquiry.complete(true);
    }

    /** Whether there is something at the address. */
    private static boolean isAnswered(HttpServletRequest request, Object handler) {
        return handler instanceof HandlerMethod || request.getServletPath().equals(DESCRIPTION);
    }

    /** Whether whoever handles the request completes the inquiry. */
    static boolean inquires(Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.getParameterType() == Inquiry.class);
    }

    private static Set<String> known(HttpServletRequest request, Object handler) {
        Set<String> known =
                parameters(handler)
                        .map(KnownParameters::name)
                        .collect(Collectors.toCollection(TreeSet::new));
        if (handler instanceof HandlerMethod method) {
            if (reads(request)) {
                known.add(Waiting.PARAMETER);
            } else if (Answers.areReturned(method.getReturnType())) {
                known.add(DryRun.PARAMETER);
            }
        }
        return known;
    }

    private static Stream<MethodParameter> parameters(Object handler) {
        return handler instanceof HandlerMethod method
                ? Arrays.stream(method.getMethodParameters()).flatMap(SharedParameters::of)
                : Stream.empty();
    }

    /** What a parameter is called. */
    static String name(MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getParameter().getName());
    }

    private static String unknown(String name, Set<String> known, Object handler) {
        if (PAGING.contains(name)
                && handler instanceof HandlerMethod method
                && method.getReturnType().getParameterType() == Csv.class) {
            return "A CSV is whole, and not in pages: it takes neither limit nor after.";
        }
        return "There is a parameter that isn't known here. "
                + (known.isEmpty() ? "None is." : "Known: " + String.join(", ", known) + ".");
    }

    /** Whether it is a read: HEAD is one without an answer. */
    static boolean reads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                || HttpMethod.HEAD.matches(request.getMethod());
    }

    /**
     * A filter that is empty, or given twice where one is taken, would be none; and nothing is at a
     * position that is none.
     */
    private static void checkRead(String name, String[] values, Object handler, Inquiry inquiry) {
        if (holds(values, Checks::isBlank)) {
            inquiry.refuse(name, "REQUIRED", "A parameter that is given has a value.");
        } else if (values.length > 1 && !takesSeveral(name, handler)) {
            inquiry.refuse(name, MALFORMED, "This parameter is given once.");
        } else if (name.equals(Waiting.PARAMETER)) {
            Waiting.check(values[0], inquiry);
        }
    }

    private static boolean takesSeveral(String name, Object handler) {
        return parameters(handler)
                .filter(parameter -> parameter.getParameterType() == List.class)
                .anyMatch(parameter -> name(parameter).equals(name));
    }

    private static boolean holds(String[] values, Predicate<String> what) {
        return Arrays.stream(values).anyMatch(what);
    }
}

package org.engagementledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.engagementledger.api.Answers;
import org.engagementledger.api.asking.DryRun;
import org.engagementledger.api.problem.Misasked;
import org.springframework.context.annotation.Configuration;
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

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/api/**");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getQueryString() == null || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        Set<String> known = new TreeSet<>();
        if (reads(request)) {
            known.add("at");
        } else if (Answers.areReturned(method.getReturnType())) {
            known.add(DryRun.PARAMETER);
        }
        Arrays.stream(method.getMethodParameters())
                .flatMap(SharedParameters::of)
                .map(parameter -> Objects.requireNonNull(parameter.getParameter().getName()))
                .forEach(known::add);
        request.getParameterMap().keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(
                        name -> {
                            throw Misasked.parameter(
                                    "",
                                    "PARAMETER_UNKNOWN",
                                    "There is a parameter that isn't known here. Known: "
                                            + String.join(", ", known)
                                            + ".");
                        });
        refuseWhatNoTextHolds(request);
        if (reads(request)) {
            refuseWhatSaysNothing(request, method);
        }
        return true;
    }

    /** Whether it is a read: HEAD is one without an answer. */
    static boolean reads(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                || HttpMethod.HEAD.matches(request.getMethod());
    }

    /** A filter that is empty, or given twice where one is taken, would be none. */
    private static void refuseWhatSaysNothing(HttpServletRequest request, HandlerMethod method) {
        Set<String> several =
                Arrays.stream(method.getMethodParameters())
                        .flatMap(SharedParameters::of)
                        .filter(parameter -> parameter.getParameterType() == List.class)
                        .map(
                                parameter ->
                                        Objects.requireNonNull(parameter.getParameter().getName()))
                        .collect(Collectors.toSet());
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (Arrays.stream(values).anyMatch(String::isBlank)) {
                                throw Misasked.parameter(
                                        name, "REQUIRED", "A parameter that is given has a value.");
                            }
                            if (values.length > 1 && !several.contains(name)) {
                                throw Misasked.parameter(
                                        name, "MALFORMED", "This parameter is given once.");
                            }
                        });
    }

    /**
     * PostgreSQL's texts have no such character, and it would take the question for its failure.
     */
    private static void refuseWhatNoTextHolds(HttpServletRequest request) {
        request.getParameterMap()
                .forEach(
                        (name, values) -> {
                            if (Arrays.stream(values).anyMatch(value -> value.indexOf('\0') >= 0)) {
                                throw Misasked.parameter(
                                        name, "MALFORMED", "No text has the character U+0000.");
                            }
                        });
    }
}

package org.engagementledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.engagementledger.api.Answers;
import org.engagementledger.api.asking.DryRun;
import org.engagementledger.api.problem.Misasked;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
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
        if (HttpMethod.GET.matches(request.getMethod())) {
            known.add("at");
        } else if (Answers.areReturned(method.getReturnType())) {
            known.add(DryRun.PARAMETER);
        }
        Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
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
        return true;
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

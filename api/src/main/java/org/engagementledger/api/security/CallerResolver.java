package org.engagementledger.api.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.engagementledger.api.asking.DryRun;
import org.engagementledger.api.asking.IdempotencyKey;
import org.engagementledger.api.asking.IfMatch;
import org.engagementledger.domain.casework.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives controllers the {@link Caller}. */
@Configuration(proxyBeanMethods = false)
class CallerResolver implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http =
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        Actor actor = Callers.known(http);
        String asked = http.getMethod() + " " + http.getRequestURI();
        if (READING.contains(http.getMethod())) {
            return Caller.of(actor, asked, null, IfMatch.NONE, false);
        }
        return Caller.of(
                actor,
                asked,
                IdempotencyKey.in(Collections.list(http.getHeaders(IdempotencyKey.HEADER))),
                IfMatch.in(Collections.list(http.getHeaders(IfMatch.HEADER))),
                DryRun.in(http.getParameterValues(DryRun.PARAMETER)));
    }
}

package org.engagementledger.api.read;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.engagementledger.api.problem.Inquiry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.method.annotation.RequestParamMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Gives controllers the {@link Inquiry}, and with it the parameters as far as they can be read:
 * Spring would stop at the first that can't.
 */
@Configuration(proxyBeanMethods = false)
class InquiryResolver implements HandlerMethodArgumentResolver, SmartInitializingSingleton {

    private static final HandlerMethodArgumentResolver USUAL =
            new RequestParamMethodArgumentResolver(false);

    private final RequestMappingHandlerAdapter controllers;

    InquiryResolver(RequestMappingHandlerAdapter controllers) {
        this.controllers = controllers;
    }

    /** Before Spring's own, which would take the parameters first. */
    @Override
    public void afterSingletonsInstantiated() {
        List<HandlerMethodArgumentResolver> resolvers = new ArrayList<>();
        resolvers.add(this);
        resolvers.addAll(Objects.requireNonNull(controllers.getArgumentResolvers()));
        controllers.setArgumentResolvers(resolvers);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Inquiry.class
                || (parameter.hasParameterAnnotation(RequestParam.class) && inquires(parameter));
    }

    /** Whether what has the parameter takes an inquiry, and so completes it. */
    static boolean inquires(MethodParameter parameter) {
        return Arrays.asList(parameter.getExecutable().getParameterTypes()).contains(Inquiry.class);
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        return parameter.getParameterType() == Inquiry.class
                ? inquiry(request)
                : read(parameter, container, request, binders);
    }

    private static Inquiry inquiry(NativeWebRequest request) {
        return Inquiry.of(
                Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }

    /** A parameter; what it would be without it, if it can't be read. */
    static @Nullable Object read(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        Inquiry inquiry = inquiry(request);
        String name = KnownParameters.name(parameter);
        if (!inquiry.refuses(name)) {
            try {
                return USUAL.resolveArgument(parameter, container, request, binders);
            } catch (MissingServletRequestParameterException missing) {
                inquiry.missing(name);
            } catch (MethodArgumentTypeMismatchException unfit) {
                inquiry.malformed(name, parameter.getParameterType());
            }
        }
        return unsaid(parameter, request, Objects.requireNonNull(binders));
    }

    /** What it would be if it were left out. */
    private static @Nullable Object unsaid(
            MethodParameter parameter, NativeWebRequest request, WebDataBinderFactory binders)
            throws Exception {
        String usually =
                Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                        .defaultValue();
        return usually.equals(ValueConstants.DEFAULT_NONE)
                ? null
                : binders.createBinder(request, null, KnownParameters.name(parameter))
                        .convertIfNecessary(usually, parameter.getParameterType(), parameter);
    }
}

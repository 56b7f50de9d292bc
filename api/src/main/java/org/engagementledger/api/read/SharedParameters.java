package org.engagementledger.api.read;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets several reads share parameters of the query: a controller's method takes a record each of
 * whose components is a {@link RequestParam}, and is read as if it stood in the method itself,
 * which takes an {@code Inquiry}, too. What Spring binds to an object by itself would be read from
 * headers, too.
 */
@Configuration(proxyBeanMethods = false)
class SharedParameters implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    /** The parameters of the query that are read for one of a method's. */
    static Stream<MethodParameter> of(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestParam.class)
                ? Stream.of(parameter)
                : areShared(parameter.getParameterType())
                        ? components(
                                BeanUtils.getResolvableConstructor(parameter.getParameterType()))
                        : Stream.empty();
    }

    private static boolean areShared(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        Constructor<?> constructor = BeanUtils.getResolvableConstructor(type);
        return constructor.getParameterCount() > 0
                && components(constructor)
                        .allMatch(it -> it.hasParameterAnnotation(RequestParam.class));
    }

    private static Stream<MethodParameter> components(Constructor<?> constructor) {
        return IntStream.range(0, constructor.getParameterCount())
                .mapToObj(index -> new MethodParameter(constructor, index));
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return InquiryResolver.inquires(parameter) && areShared(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        Constructor<?> constructor =
                BeanUtils.getResolvableConstructor(parameter.getParameterType());
        @Nullable Object[] values = new @Nullable Object[constructor.getParameterCount()];
        for (MethodParameter component : components(constructor).toList()) {
            component.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            values[component.getParameterIndex()] =
                    InquiryResolver.read(component, container, request, binders);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }
}

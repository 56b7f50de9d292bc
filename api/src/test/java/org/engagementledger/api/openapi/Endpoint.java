package org.engagementledger.api.openapi;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.engagementledger.api.Answers;
import org.engagementledger.api.security.Caller;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A controller's method and where it is asked.
 *
 * @param verb such as {@code GET}
 * @param path with its variables in braces
 * @param method the method; its name is the operation's id
 * @param produces the media type of its answer
 */
record Endpoint(String verb, String path, Method method, String produces) {

    /** All of the API's in the running service, by path and verb; JSON before other media. */
    static List<Endpoint> in(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(
                        entry ->
                                entry.getKey().getPatternValues().stream()
                                        .filter(path -> path.startsWith("/api"))
                                        .flatMap(
                                                path ->
                                                        entry
                                                                .getKey()
                                                                .getMethodsCondition()
                                                                .getMethods()
                                                                .stream()
                                                                .map(
                                                                        verb ->
                                                                                new Endpoint(
                                                                                        verb.name(),
                                                                                        path,
                                                                                        entry.getValue()
                                                                                                .getMethod(),
                                                                                        entry
                                                                                                .getKey()
                                                                                                .getProducesCondition()
                                                                                                .getProducibleMediaTypes()
                                                                                                .stream()
                                                                                                .map(
                                                                                                        MediaType
                                                                                                                ::toString)
                                                                                                .findFirst()
                                                                                                .orElse(
                                                                                                        MediaType
                                                                                                                .APPLICATION_JSON_VALUE)))))
                .sorted(
                        Comparator.comparing(Endpoint::path)
                                .thenComparing(Endpoint::verb)
                                .thenComparing(Endpoint::produces))
                .toList();
    }

    String id() {
        return method.getName();
    }

    boolean reads() {
        return verb.equals("GET");
    }

    /** Whether it is asked of the write side, and heeds a key, a version and a dry run. */
    boolean isCommand() {
        return Answers.areReturned(new MethodParameter(method, -1));
    }

    /** Whether it makes something that nothing in the path names yet. */
    boolean creates() {
        return isCommand() && !path.contains("{");
    }

    /** Whether it makes several things that have names already. */
    boolean adopts() {
        return path.endsWith("/adoption");
    }

    /** Whether who asks matters beyond that they may log in. */
    boolean knowsTheCaller() {
        return parameters().anyMatch(parameter -> parameter.getType() == Caller.class);
    }

    /** Its parameters, and those that a record among them stands for. */
    Stream<Parameter> parameters() {
        return Arrays.stream(method.getParameters())
                .flatMap(
                        parameter ->
                                parameter.getType().isRecord()
                                        ? shared(parameter)
                                        : Stream.of(parameter));
    }

    private static Stream<Parameter> shared(Parameter record) {
        Parameter[] components =
                BeanUtils.getResolvableConstructor(record.getType()).getParameters();
        return components.length > 0
                        && Arrays.stream(components)
                                .allMatch(it -> it.isAnnotationPresent(RequestParam.class))
                ? Arrays.stream(components)
                : Stream.of(record);
    }

    Optional<Parameter> body() {
        return parameters()
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst();
    }

    /** The path's first segment after {@code /api}. */
    String tag() {
        return path.split("/", -1)[2];
    }
}

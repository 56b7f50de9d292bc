package org.engagementledger.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.engagementledger.api.http.OverHttp;
import org.engagementledger.domain.casework.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Each endpoint has a rule that says who may come in, and each rule an endpoint. */
class DoorsTest extends OverHttp {

    private final RequestMappingHandlerMapping mappings;

    DoorsTest(
            @Autowired @Qualifier("requestMappingHandlerMapping")
                    RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @Test
    void everyEndpointHasADoor() {
        Set<String> endpoints =
                mappings.getHandlerMethods().keySet().stream()
                        .flatMap(DoorsTest::endpoints)
                        // Where errors end, which nobody asks for.
                        .filter(endpoint -> !endpoint.endsWith(" /error"))
                        .collect(Collectors.toCollection(TreeSet::new));
        // These two are no controllers'.
        endpoints.addAll(List.of("GET /", "GET /api/openapi.json"));

        assertThat(Stream.concat(doors().stream(), byAddress()))
                .containsExactlyInAnyOrderElementsOf(endpoints);
    }

    private static Stream<String> endpoints(RequestMappingInfo mapping) {
        assertThat(mapping.getMethodsCondition().getMethods().isEmpty())
                .as("%s says by which method it is asked", mapping)
                .isEqualTo(mapping.getPatternValues().equals(Set.of("/error")));
        return mapping.getPatternValues().stream()
                .flatMap(
                        path ->
                                mapping.getMethodsCondition().getMethods().isEmpty()
                                        ? Stream.of("ANY " + path)
                                        : mapping.getMethodsCondition().getMethods().stream()
                                                .map(method -> method.name() + " " + path));
    }

    private static List<String> doors() {
        return Doors.ALL.stream().map(door -> door.method() + " " + door.path()).toList();
    }

    private static Stream<String> byAddress() {
        return Doors.BY_ADDRESS.stream().map(door -> door.method() + " " + door.path());
    }

    @Test
    void noneIsThereTwice() {
        assertThat(doors()).doesNotHaveDuplicates();
    }

    @Test
    void theLedgersOwnPoliciesNeedNone() {
        assertThat(Doors.ALL).noneMatch(door -> door.roles().contains(Role.SYSTEM));
    }

    @Test
    void anAuditorChangesNothing() {
        assertThat(Doors.ALL)
                .filteredOn(door -> door.roles().contains(Role.AUDITOR))
                .allMatch(door -> door.method().name().equals("GET"));
    }
}

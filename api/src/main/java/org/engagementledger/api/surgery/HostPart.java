package org.engagementledger.api.surgery;

import java.util.ArrayList;
import java.util.List;
import org.engagementledger.api.problem.Shape;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.surgery.Host;
import org.engagementledger.domain.surgery.HostRole;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who attends sessions for the authorities: with a login, an address, or both.
 *
 * @param login their login
 * @param email where invitations go
 */
public record HostPart(@Nullable HostRole role, @Nullable String login, @Nullable String email) {

    /**
     * @param of what they are named for, such as a session: an address without a login has a key of
     *     its own there
     */
    private Host host(Shape shape, String at, String of) {
        String subject = login == null ? of + at : "host/" + login;
        return new Host(
                shape.required(role, at + "/role", HostRole.HMCTS_CONTACT),
                shape.id(login, at + "/login"),
                email == null ? null : Personal.known(subject, email));
    }

    /** All of them. */
    public static List<Host> hosts(@Nullable List<HostPart> parts, Shape shape, String of) {
        return shape.each(parts, "/hosts", (part, at) -> part.host(shape, at, of));
    }

    /**
     * All of them, and a lead who was named beside them: if others of them lead, it is one of
     * those.
     */
    static List<Host> hosts(
            @Nullable String lead, @Nullable List<HostPart> parts, Shape shape, String of) {
        List<Host> hosts = new ArrayList<>(hosts(parts, shape, of));
        List<Host> leads = hosts.stream().filter(host -> host.role() == HostRole.LEAD).toList();
        shape.id(lead, "/lead");
        if (leads.isEmpty()) {
            hosts.addAll(Host.lead(lead));
        } else if (lead != null && leads.stream().noneMatch(it -> lead.equals(it.login()))) {
            shape.refuse(Rule.LEAD_CONTRADICTED, "/lead");
        }
        return hosts;
    }
}

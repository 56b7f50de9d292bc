package org.engagementledger.domain.surgery;

import static org.engagementledger.domain.casework.Rule.*;

import java.util.List;
import java.util.stream.Stream;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Personal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who attends a session for the authorities: named by a login, reached by e-mail, or both.
 *
 * @param login the account's stable id; null if there is none, or it isn't known
 * @param email where invitations go; null if it isn't known
 */
public record Host(HostRole role, @Nullable String login, @Nullable Personal<String> email) {

    /** How many a session may have. */
    public static final int MOST = 20;

    private static final int LONGEST_LOGIN = 100;

    /** A lead whose address isn't known; none if nobody is known to lead. */
    public static List<Host> lead(@Nullable String login) {
        return login == null ? List.of() : List.of(new Host(HostRole.LEAD, login, null));
    }

    /** The logins of those who lead, as far as they have one. */
    static List<String> leads(List<Host> hosts) {
        return hosts.stream()
                .filter(host -> host.role() == HostRole.LEAD)
                .map(Host::login)
                .flatMap(Stream::ofNullable)
                .sorted()
                .toList();
    }

    /** Whether somebody leads. */
    static boolean includeALead(List<Host> hosts) {
        return hosts.stream().anyMatch(host -> host.role() == HostRole.LEAD);
    }

    /** Refuses what isn't a list of people who can be told from each other and reached. */
    public static void check(Checks checks, List<Host> hosts, String field) {
        checks.refuseIf(hosts.size() > MOST, TOO_MANY, field, MOST);
        for (int i = 0; i < hosts.size(); i++) {
            Host host = hosts.get(i);
            String at = field + "/" + i;
            checks.required(host.role(), at + "/role");
            if (host.email() == null) {
                checks.required(host.login(), at + "/login");
            } else {
                checks.email(host.email(), at + "/email");
            }
            String login = host.login();
            if (login != null) {
                checks.refuseIf(Checks.isBlank(login), REQUIRED, at + "/login", "login");
                checks.refuseIf(
                        login.length() > LONGEST_LOGIN,
                        TEXT_TOO_LONG,
                        at + "/login",
                        LONGEST_LOGIN);
                checks.refuseIf(
                        login.codePoints().anyMatch(Character::isISOControl),
                        LINE_BROKEN,
                        at + "/login");
                checks.refuseIf(
                        hosts.subList(0, i).stream()
                                .anyMatch(
                                        other ->
                                                other.role() == host.role()
                                                        && login.equals(other.login())),
                        NAMED_TWICE,
                        at + "/login");
            }
        }
    }
}

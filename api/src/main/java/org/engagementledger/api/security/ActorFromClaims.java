package org.engagementledger.api.security;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, by what the issuer says of them. Whoever lacks what their role needs is nobody:
 * an account, exactly one role, a firm for the defence, courts for their contacts.
 */
public final class ActorFromClaims {

    /** As the domain takes ids. */
    private static final Pattern ID = Pattern.compile("[a-z0-9._-]{1,100}");

    private static final Pattern COURT = Pattern.compile("[A-Z0-9]{1,20}");
    private static final Pattern DOT = Pattern.compile("\\.");

    private final Identity.Claims claims;
    private final Map<String, Role> roles;

    public ActorFromClaims(Identity identity) {
        claims = identity.claims();
        roles = identity.roles();
    }

    /** What an issuer says isn't enough, or isn't one thing. */
    public static final class NotKnown extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotKnown(String which) {
            super(which, null, false, false);
        }
    }

    /**
     * Reads them.
     *
     * @throws NotKnown with a sentence that says which claim is missing, and quotes none
     */
    public Actor actor(Map<String, ?> said) {
        String account =
                one(said, claims.account())
                        .filter(id -> ID.matcher(id).matches())
                        .orElseThrow(() -> missing(claims.account(), "an account's id"));
        Role role = role(said);
        return new Actor(
                account,
                role,
                role == Role.DEFENCE_PRACTITIONER ? firm(said) : null,
                role == Role.HMCTS_CONTACT || role == Role.POLICE_CONTACT
                        ? courts(said)
                        : Set.of());
    }

    private Role role(Map<String, ?> said) {
        Set<Role> found = EnumSet.noneOf(Role.class);
        all(said, claims.role()).forEach(value -> named(value).ifPresent(found::add));
        if (found.size() != 1) {
            throw missing(claims.role(), "exactly one role");
        }
        return found.iterator().next();
    }

    private Optional<Role> named(String value) {
        if (!roles.isEmpty()) {
            return Optional.ofNullable(roles.get(value));
        }
        String name = value.replace('-', '_').toUpperCase(Locale.ROOT);
        return EnumSet.complementOf(EnumSet.of(Role.SYSTEM)).stream()
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    private FirmId firm(Map<String, ?> said) {
        return one(said, claims.firm())
                .filter(id -> ID.matcher(id).matches())
                .map(FirmId::new)
                .orElseThrow(() -> missing(claims.firm(), "a defence firm's id"));
    }

    private Set<String> courts(Map<String, ?> said) {
        Set<String> courts = new TreeSet<>(all(said, claims.courts()));
        if (courts.isEmpty() || !courts.stream().allMatch(COURT.asMatchPredicate())) {
            throw missing(claims.courts(), "the OU codes of courts");
        }
        return courts;
    }

    private static NotKnown missing(String claim, String what) {
        return new NotKnown("The claim " + claim + " must hold " + what);
    }

    private static Optional<String> one(Map<String, ?> said, String claim) {
        List<String> values = all(said, claim);
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    /** Its values as texts: one, or those of a list. */
    private static List<String> all(Map<String, ?> said, String claim) {
        return switch (find(said, claim)) {
            case String text -> List.of(text);
            case Collection<?> several ->
                    several.stream()
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .toList();
            case null, default -> List.of();
        };
    }

    /** By its whole name, or else along its dots. */
    private static @Nullable Object find(Map<String, ?> said, String claim) {
        if (said.containsKey(claim)) {
            return said.get(claim);
        }
        Object found = said;
        for (String step : DOT.split(claim, -1)) {
            found = found instanceof Map<?, ?> object ? object.get(step) : null;
        }
        return found;
    }
}

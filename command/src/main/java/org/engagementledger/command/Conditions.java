package org.engagementledger.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.jspecify.annotations.Nullable;

/**
 * On which conditions a command is carried out. They travel with it as metadata and are judged
 * where it is decided, on the aggregate as it is then; no event carries them.
 *
 * @param versions the versions of which the aggregate must have one, or the command is refused as
 *     outdated; null if any will do
 * @param dryRun whether nothing is to be written, only said what would be
 */
public record Conditions(@Nullable Set<Long> versions, boolean dryRun) {

    /** At whatever version, and in earnest. */
    public static final Conditions NONE = new Conditions(null, false);

    private static final String VERSIONS = "expectedVersions";
    private static final String DRY_RUN = "dryRun";

    public Conditions {
        versions = versions == null ? null : Set.copyOf(versions);
    }

    /** What a message's metadata says of them. */
    static Conditions of(Map<String, ?> metadata) {
        Object versions = metadata.get(VERSIONS);
        return new Conditions(
                versions == null ? null : numbers(versions.toString()),
                metadata.containsKey(DRY_RUN));
    }

    private static Set<Long> numbers(String text) {
        return Arrays.stream(text.split(" "))
                .filter(number -> !number.isEmpty())
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    /** Those of the command that is being handled. */
    static Conditions current() {
        return CurrentUnitOfWork.map(unit -> of(unit.root().getMessage().getMetaData()))
                .orElse(NONE);
    }

    /** As a message carries them. */
    Map<String, String> metadata() {
        Map<String, String> metadata = new LinkedHashMap<>();
        if (versions != null) {
            metadata.put(
                    VERSIONS,
                    new TreeSet<>(versions)
                            .stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        if (dryRun) {
            metadata.put(DRY_RUN, "true");
        }
        return metadata;
    }

    /**
     * The decision, or that it was asked for on another version. Whoever may not, or asks for what
     * isn't theirs to know, is told that and no version.
     *
     * @param version of the aggregate that it was decided on
     */
    public <E> Decision<E> on(long version, Decision<E> decision) {
        return versions == null || versions.contains(version) || hides(decision)
                ? decision
                : Decision.refused(
                        Refusal.of(Rule.VERSION_OUTDATED, "", version)
                                .with("version", List.of(Long.toString(version))));
    }

    private static boolean hides(Decision<?> decision) {
        return decision.refusals().stream()
                .map(refusal -> refusal.rule().kind())
                .anyMatch(kind -> kind == Rule.Kind.UNKNOWN || kind == Rule.Kind.FORBIDDEN);
    }
}

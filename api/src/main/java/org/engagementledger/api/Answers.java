package org.engagementledger.api;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.engagementledger.api.problem.Problems;
import org.engagementledger.api.problem.Refused;
import org.engagementledger.command.Answer;
import org.engagementledger.domain.strategy.AdoptPlan;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;

/** Answers of the write side as HTTP responses. */
public final class Answers {

    /** Up to where what was asked is written, as {@code id@version}: a read may wait for it. */
    public static final String POSITION = "Ledger-Position";

    private Answers() {}

    /** What anything asked of the write side is answered with that isn't refused. */
    public sealed interface Written {}

    /** The same for a command to one aggregate. */
    public sealed interface Result extends Written {}

    /**
     * What an accepted command is answered with.
     *
     * @param id of what was asked
     * @param version of it now; also the entity tag
     * @param created the ids of what came into being
     * @param notices what whoever asked should know
     * @param released the ids of the engagements that lost their slots by it
     * @param moved the ids of those that have other slots by it
     * @param offersWithdrawn the ids of those to which a slot was on offer that can't be had any
     *     more; they go on waiting
     * @param remaining the ids of the sessions to come that the programme has no more
     * @param address where a calendar that was opened can be read; nobody is told it again
     */
    public record Done(
            String id,
            long version,
            List<String> created,
            List<Told> notices,
            List<String> released,
            List<String> moved,
            List<String> offersWithdrawn,
            List<String> remaining,
            @Nullable String address)
            implements Result {}

    /**
     * What a dry run is answered with that would be accepted.
     *
     * @param dryRun always true: nothing was written
     * @param version that there would be
     * @param created the ids of what would come into being
     * @param notices what whoever asked would be told
     * @param released the ids of the engagements that would lose their slots
     * @param moved the ids of those that would have other slots
     * @param offersWithdrawn the ids of those whose offers would be withdrawn
     * @param remaining the ids of the sessions to come that the programme would have no more
     * @param events the names of the events that would be written, also to surgeries and claims
     */
    public record Foreseen(
            boolean dryRun,
            long version,
            List<String> created,
            List<Told> notices,
            List<String> released,
            List<String> moved,
            List<String> offersWithdrawn,
            List<String> remaining,
            List<String> events)
            implements Result {}

    /**
     * What a plan's adoption is answered with that isn't refused.
     *
     * @param plan the plan's name
     * @param dryRun whether this is only what would come of it: nothing was written
     * @param actions all actions of the plan that was asked for, in its order
     */
    public record Adoption(String plan, boolean dryRun, List<AdoptedAction> actions)
            implements Written {}

    /**
     * An action of a plan that stands.
     *
     * @param number its number, such as 1.1
     * @param adopted whether it was adopted just now; else it stood already
     */
    public record AdoptedAction(String number, boolean adopted) {}

    /**
     * A notice, for programs and for people.
     *
     * @param code stable
     * @param detail the same as a sentence
     */
    public record Told(String code, String detail) {}

    /**
     * Whether a controller's method answers a command, and so heeds a key, conditions and a dry
     * run.
     *
     * @param returned what the method returns
     */
    public static boolean areReturned(MethodParameter returned) {
        Class<?> answered = ResolvableType.forMethodParameter(returned).getGeneric().resolve();
        return answered != null && Written.class.isAssignableFrom(answered);
    }

    /**
     * 200.
     *
     * @throws Refused if it is
     */
    public static ResponseEntity<Result> done(String id, Answer answer) {
        return respond(ResponseEntity.ok(), id, answer, null);
    }

    /**
     * 201 and where it is.
     *
     * @throws Refused if it is
     */
    public static ResponseEntity<Result> created(URI location, String id, Answer answer) {
        return respond(ResponseEntity.created(location), id, answer, null);
    }

    /**
     * The same for a calendar, with its address; without, if this repeats a request: that was
     * another address, which nobody knows any more but whoever was told.
     *
     * @param hash of this request's address
     * @throws Refused if it is
     */
    public static ResponseEntity<Result> opened(
            URI location, String id, Answer answer, String hash, String address) {
        boolean repeated =
                !(answer instanceof Answer.Accepted accepted) || !accepted.created().contains(hash);
        return respond(
                ResponseEntity.created(location),
                id,
                switch (answer) {
                    case Answer.Accepted accepted -> secretive(accepted);
                    case Answer.Foreseen(var accepted, var events) ->
                            new Answer.Foreseen(secretive(accepted), events);
                    case Answer.Refused refused -> refused;
                },
                repeated ? null : address);
    }

    /**
     * 200, and which of a plan's actions were adopted and which stood.
     *
     * @throws Refused if it is
     */
    public static ResponseEntity<Adoption> adopted(AdoptPlan asked, Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> {
                ResponseEntity.BodyBuilder response = ResponseEntity.ok();
                if (!accepted.created().isEmpty()) {
                    response.header(
                            POSITION,
                            "%s:%s@%d"
                                    .formatted(
                                            asked.plan(),
                                            accepted.created().getLast(),
                                            accepted.version()));
                }
                yield response.body(adoption(asked, accepted, false));
            }
            case Answer.Foreseen(var accepted, var events) ->
                    ResponseEntity.ok(adoption(asked, accepted, true));
            case Answer.Refused refused -> throw new Refused(refused.refusals());
        };
    }

    private static Adoption adoption(AdoptPlan asked, Answer.Accepted accepted, boolean dryRun) {
        return new Adoption(
                Objects.requireNonNull(asked.plan()),
                dryRun,
                asked.aims().stream()
                        .flatMap(aim -> aim.actions().stream())
                        .map(action -> Objects.requireNonNull(action.number()))
                        .map(
                                number ->
                                        new AdoptedAction(
                                                number, accepted.created().contains(number)))
                        .toList());
    }

    /** What it made is the hash of an address, which is for the ledger alone. */
    private static Answer.Accepted secretive(Answer.Accepted accepted) {
        return new Answer.Accepted(accepted.version(), List.of(), accepted.notices());
    }

    private static ResponseEntity<Result> respond(
            ResponseEntity.BodyBuilder response,
            String id,
            Answer answer,
            @Nullable String address) {
        return switch (answer) {
            case Answer.Accepted accepted ->
                    response.eTag(Problems.entityTag(accepted.version()))
                            .header(POSITION, id + "@" + accepted.version())
                            .body(
                                    new Done(
                                            id,
                                            accepted.version(),
                                            accepted.created(),
                                            told(accepted),
                                            accepted.released(),
                                            accepted.moved(),
                                            accepted.offersWithdrawn(),
                                            accepted.remaining(),
                                            address));
            case Answer.Foreseen(var accepted, var events) ->
                    ResponseEntity.ok(
                            new Foreseen(
                                    true,
                                    accepted.version(),
                                    accepted.created(),
                                    told(accepted),
                                    accepted.released(),
                                    accepted.moved(),
                                    accepted.offersWithdrawn(),
                                    accepted.remaining(),
                                    events));
            case Answer.Refused refused -> throw new Refused(refused.refusals());
        };
    }

    private static List<Told> told(Answer.Accepted accepted) {
        return accepted.notices().stream()
                .map(notice -> new Told(notice.name(), notice.sentence()))
                .toList();
    }
}

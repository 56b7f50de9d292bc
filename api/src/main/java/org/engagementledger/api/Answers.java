package org.engagementledger.api;

import java.net.URI;
import java.util.List;
import org.engagementledger.api.problem.Problems;
import org.engagementledger.command.Answer;
import org.springframework.http.ResponseEntity;

/** Answers of the write side as HTTP responses. */
public final class Answers {

    /** Up to where what was asked is written, as {@code id@version}: a read may wait for it. */
    public static final String POSITION = "Ledger-Position";

    private Answers() {}

    /**
     * What an accepted command is answered with.
     *
     * @param id of what was asked
     * @param version of it now; also the entity tag
     * @param created the ids of what came into being inside it
     * @param notices what whoever asked should know
     */
    public record Done(String id, long version, List<String> created, List<Told> notices) {}

    /**
     * What a dry run is answered with that would be accepted.
     *
     * @param dryRun always true: nothing was written
     * @param version that there would be
     * @param created the ids of what would come into being
     * @param notices what whoever asked would be told
     * @param events the names of the events that would be written, also to surgeries and claims
     */
    public record Foreseen(
            boolean dryRun,
            long version,
            List<String> created,
            List<Told> notices,
            List<String> events) {}

    /** A notice, for programs and for people. */
    public record Told(String code, String detail) {}

    /** 200, or a problem. */
    public static ResponseEntity<?> done(String id, Answer answer) {
        return respond(ResponseEntity.ok(), id, answer);
    }

    /** 201 and where it is, or a problem. */
    public static ResponseEntity<?> created(URI location, String id, Answer answer) {
        return respond(ResponseEntity.created(location), id, answer);
    }

    private static ResponseEntity<?> respond(
            ResponseEntity.BodyBuilder response, String id, Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted ->
                    response.eTag(Problems.entityTag(accepted.version()))
                            .header(POSITION, id + "@" + accepted.version())
                            .body(
                                    new Done(
                                            id,
                                            accepted.version(),
                                            accepted.created(),
                                            told(accepted)));
            case Answer.Foreseen(var accepted, var events) ->
                    ResponseEntity.ok(
                            new Foreseen(
                                    true,
                                    accepted.version(),
                                    accepted.created(),
                                    told(accepted),
                                    events));
            case Answer.Refused refused -> Problems.refused(refused.refusals());
        };
    }

    private static List<Told> told(Answer.Accepted accepted) {
        return accepted.notices().stream()
                .map(notice -> new Told(notice.name(), notice.sentence()))
                .toList();
    }
}

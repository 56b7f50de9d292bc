package org.engagementledger.api;

import java.net.URI;
import java.util.List;
import org.engagementledger.api.problem.Problems;
import org.engagementledger.command.Answer;
import org.engagementledger.domain.engagement.event.Notice;
import org.springframework.http.ResponseEntity;

/** Answers of the write side as HTTP responses. */
public final class Answers {

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
                    response.eTag("\"" + accepted.version() + "\"")
                            .body(
                                    new Done(
                                            id,
                                            accepted.version(),
                                            accepted.created(),
                                            accepted.notices().stream()
                                                    .map(Answers::told)
                                                    .toList()));
            case Answer.Refused refused -> Problems.refused(refused.refusals());
        };
    }

    private static Told told(Notice notice) {
        return new Told(notice.name(), notice.sentence());
    }
}

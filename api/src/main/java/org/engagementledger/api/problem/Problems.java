package org.engagementledger.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Checks;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Makes problem documents (RFC 9457); the only place that knows which status a refusal has. */
public final class Problems {

    /** After how many seconds it may be worth asking again. */
    static final String RETRY_AFTER_SECONDS = "1";

    private static final String REFUSED = "refused";
    private static final String REFUSED_TITLE = "The request is refused";
    private static final String TYPE = "urn:engagement-ledger:problem:";

    private Problems() {}

    /**
     * A problem that names every broken rule, where it stands in the request, and what a program
     * may act on.
     */
    public static ResponseEntity<ProblemDetail> refused(List<Refusal> refusals) {
        HttpStatus status = status(refusals);
        HttpHeaders headers = new HttpHeaders();
        refusals.forEach(refusal -> addHeaders(refusal, headers));
        ProblemDetail problem =
                refusal(
                        status,
                        String.join(" ", refusals.stream().map(Refusal::sentence).toList()));
        problem.setProperty("errors", refusals.stream().map(Problems::error).toList());
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /**
     * A problem with one value that isn't about a rule of the domain.
     *
     * @param code stable
     * @param place where the value stands in the body, as a JSON pointer, or the name of a query
     *     parameter
     */
    public static ResponseEntity<ProblemDetail> misfit(String code, String place, String detail) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(misfitting(code, place, detail));
    }

    static ProblemDetail misfitting(String code, String place, String detail) {
        return misfitting(
                HttpStatus.UNPROCESSABLE_CONTENT, List.of(Misfit.at(place, code, detail)));
    }

    static ProblemDetail misfitting(HttpStatus status, List<Misfit> misfits) {
        ProblemDetail problem =
                refusal(
                        status,
                        misfits.stream()
                                .map(Misfit::detail)
                                .distinct()
                                .collect(Collectors.joining(" ")));
        problem.setProperty("errors", misfits);
        return problem;
    }

    /** An entity tag (RFC 9110): the version in quotes. */
    public static String entityTag(long version) {
        return "\"" + version + "\"";
    }

    private static ProblemDetail refusal(HttpStatus status, String detail) {
        ProblemDetail problem = of(status, REFUSED_TITLE, detail);
        problem.setType(type(REFUSED));
        return problem;
    }

    /**
     * Whoever may not, or asks for what isn't there, is told nothing else; then comes what is wrong
     * in itself.
     */
    private static HttpStatus status(List<Refusal> refusals) {
        List<Rule.Kind> kinds = refusals.stream().map(Problems::kind).toList();
        if (kinds.contains(Rule.Kind.UNKNOWN)) {
            return HttpStatus.NOT_FOUND;
        }
        if (kinds.contains(Rule.Kind.FORBIDDEN)) {
            return HttpStatus.FORBIDDEN;
        }
        if (kinds.contains(Rule.Kind.OUTDATED)) {
            return HttpStatus.PRECONDITION_FAILED;
        }
        return kinds.contains(Rule.Kind.INVALID)
                ? HttpStatus.UNPROCESSABLE_CONTENT
                : HttpStatus.CONFLICT;
    }

    /**
     * A surgery that the address names, and not a place in the body, is unknown as any resource.
     */
    private static Rule.Kind kind(Refusal refusal) {
        return refusal.rule() == Rule.SURGERY_UNKNOWN && refusal.field().isEmpty()
                ? Rule.Kind.UNKNOWN
                : refusal.rule().kind();
    }

    /** What a refusal says to the client's program rather than to whoever reads it. */
    private static void addHeaders(Refusal refusal, HttpHeaders headers) {
        switch (refusal.rule()) {
            case VERSION_OUTDATED ->
                    refusal.details()
                            .getOrDefault("version", List.of())
                            .forEach(
                                    version -> headers.setETag(entityTag(Long.parseLong(version))));
            case REQUEST_IN_FLIGHT -> headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            default -> {}
        }
    }

    private static Map<String, Object> error(Refusal refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", refusal.rule().name());
        if (!refusal.field().isEmpty()) {
            error.put(Misfit.isPointer(refusal.field()) ? "pointer" : "parameter", refusal.field());
        }
        error.put("detail", refusal.sentence());
        // In one order, which the details themselves don't have.
        error.putAll(new TreeMap<>(refusal.details()));
        List<String> engagement = refusal.details().get("engagement");
        if (engagement != null) {
            error.put("link", "/api/engagements/" + engagement.getFirst());
        }
        return error;
    }

    /** A problem that isn't about a rule of the domain; its type is named after its status. */
    static ProblemDetail of(HttpStatus status, String title, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setType(type(status));
        return problem;
    }

    /** As {@code urn:engagement-ledger:problem:method-not-allowed}. */
    static URI type(HttpStatus status) {
        return type(status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private static URI type(String name) {
        return URI.create(TYPE + name);
    }

    /**
     * For whoever asks too often, and is refused before any controller is reached.
     *
     * @param wait after how long it may be worth asking again; told in whole seconds, rounded up
     */
    public static void writeTooMany(HttpServletResponse response, Duration wait, String detail)
            throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter(wait));
        write(response, HttpStatus.TOO_MANY_REQUESTS, detail);
    }

    /** In whole seconds, rounded up, and at least one. */
    static String retryAfter(Duration wait) {
        return Long.toString(Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    /**
     * For what is answered before any controller is reached, and perhaps before anything that sets
     * headers.
     */
    public static void write(HttpServletResponse response, HttpStatus status, String detail)
            throws IOException {
        write(response, status, type(status), status.getReasonPhrase(), detail, "");
    }

    /** 503, and when to ask again. */
    public static void unavailable(HttpServletResponse response, String detail) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        write(response, HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    /** 403 for a whole role, in the words in which the domain refuses it. */
    public static void notPermitted(HttpServletResponse response, Role role) throws IOException {
        Refusal refusal = Refusal.of(Rule.NOT_PERMITTED, "", Checks.words(role));
        write(
                response,
                HttpStatus.FORBIDDEN,
                type(REFUSED),
                REFUSED_TITLE,
                refusal.sentence(),
                ",\"errors\":[{\"code\":\"%s\",\"detail\":\"%s\"}]"
                        .formatted(refusal.rule(), refusal.sentence()));
    }

    private static void write(
            HttpServletResponse response,
            HttpStatus status,
            URI type,
            String title,
            String detail,
            String more)
            throws IOException {
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter()
                .write(
                        "{\"type\":\"%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"%s}"
                                .formatted(type, title, status.value(), detail, more));
    }
}

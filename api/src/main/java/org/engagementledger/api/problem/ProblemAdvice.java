package org.engagementledger.api.problem;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.axonframework.common.AxonTransientException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns what went wrong into problem documents; what a client sent is never quoted back, nor
 * logged.
 */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final URI UNTYPED = URI.create("about:blank");
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final JsonMapper mapper;

    ProblemAdvice(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refused refused) {
        return Problems.refused(refused.refusals());
    }

    /** The query, or a form, isn't encoded as an address is. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> undecodable(InvalidParameterException exception) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Problems.of(
                                HttpStatus.BAD_REQUEST,
                                "Unreadable",
                                "The query isn't percent-encoded UTF-8, as an address must be."));
    }

    /** A header or parameter is read that the firewall lets nobody read. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(RequestRejectedException exception) {
        return ResponseEntity.badRequest()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Problems.of(
                                HttpStatus.BAD_REQUEST,
                                "Unreadable",
                                "A header or a parameter has characters that none may have."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYet(NotYet notYet) {
        return unavailable(String.valueOf(notYet.getMessage()));
    }

    /** One client asks too much; {@code Retry-After} says when it may ask again. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooMany tooMany) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Problems.retryAfter(tooMany.after()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Problems.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "Too much at a time",
                                String.valueOf(tooMany.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> misasked(Misasked misasked) {
        return ResponseEntity.status(misasked.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.misfitting(misasked.status(), misasked.misfits()));
    }

    /**
     * What Spring found is of a type of ours too, and told whatever the client takes: it may be
     * that just this can't be read.
     */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode statusCode,
            WebRequest request) {
        HttpStatus status = HttpStatus.resolve(statusCode.value());
        if (body instanceof ProblemDetail problem && status != null && isUntyped(problem)) {
            problem.setType(Problems.type(status));
        }
        HttpHeaders all = new HttpHeaders(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return super.createResponseEntity(body, all, statusCode, request);
    }

    private static boolean isUntyped(ProblemDetail problem) {
        return problem.getType() == null || problem.getType().equals(UNTYPED);
    }

    /**
     * JSON that can't be read at all is 400; readable JSON with something wrong in it is 422, and
     * says where, at each place.
     */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (exception.getCause() instanceof JacksonException wrong && Body.isMisfit(wrong)) {
            ProblemDetail problem =
                    Problems.misfitting(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            exception.getHttpInputMessage() instanceof Body body
                                    ? body.misfits(wrong, mapper)
                                    : List.of(Body.misfit(wrong)));
            return handleExceptionInternal(
                    exception, problem, headers, HttpStatus.UNPROCESSABLE_CONTENT, request);
        }
        if (exception.getCause() instanceof StreamConstraintsException) {
            ProblemDetail problem =
                    Problems.of(
                            HttpStatus.CONTENT_TOO_LARGE,
                            "Too large",
                            "The body is longer, deeper or of more parts than a request may be.");
            return handleExceptionInternal(
                    exception, problem, headers, HttpStatus.CONTENT_TOO_LARGE, request);
        }
        ProblemDetail problem =
                Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "Unreadable",
                        "The body is missing, isn't JSON in UTF-8, or names a property twice.");
        return handleExceptionInternal(
                exception, problem, headers, HttpStatus.BAD_REQUEST, request);
    }

    /** Spring's own words for it quote the media type. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem =
                Problems.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "Unsupported media type",
                        "The body is taken as application/json only.");
        return handleExceptionInternal(
                exception, problem, headers, HttpStatus.UNSUPPORTED_MEDIA_TYPE, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem =
                Problems.of(HttpStatus.NOT_FOUND, "Not found", "There is nothing at this address.");
        return handleExceptionInternal(exception, problem, headers, HttpStatus.NOT_FOUND, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ProblemDetail problem =
                Problems.misfitting(
                        "REQUIRED", exception.getParameterName(), "This parameter is needed.");
        return handleExceptionInternal(
                exception, problem, headers, HttpStatus.UNPROCESSABLE_CONTENT, request);
    }

    /** A parameter or header of another kind: Spring's own words for it quote the value. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException exception,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Class<?> type = exception.getRequiredType();
        String name = String.valueOf(exception.getPropertyName());
        String expected = Kinds.expected(type == null ? Object.class : type);
        boolean header =
                exception instanceof MethodArgumentTypeMismatchException argument
                        && argument.getParameter().hasParameterAnnotation(RequestHeader.class);
        HttpStatus told = header ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
        ProblemDetail problem =
                Problems.misfitting(
                        told,
                        List.of(
                                header
                                        ? Misfit.header("MALFORMED", name, expected)
                                        : Misfit.at(name, "MALFORMED", expected)));
        return handleExceptionInternal(exception, problem, headers, told, request);
    }

    /** Others wrote first, again and again: nothing is written, and asking again may do. */
    @ExceptionHandler({AxonTransientException.class, AggregateStreamCreationException.class})
    ResponseEntity<ProblemDetail> busy(Exception exception) {
        LOG.warn("A command lost every race", exception);
        return unavailable(
                "Others are writing to the same record. Nothing was written for you: ask again.");
    }

    /** Whether anything was written isn't known; under the same key, asking again is harmless. */
    @ExceptionHandler({DataAccessException.class, TransactionException.class})
    ResponseEntity<ProblemDetail> storeDown(Exception exception) {
        LOG.error("The database did not answer", exception);
        return unavailable(
                "The ledger can't be reached. Whether your request was written isn't known: ask"
                        + " again with the same Idempotency-Key, and it is carried out once. If"
                        + " you gave none, read the history before you ask again.");
    }

    private static ResponseEntity<ProblemDetail> unavailable(String detail) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Problems.RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "Not now", detail));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException denied) {
        return ResponseEntity.status(HttpStatus.FORBIDDEN)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.of(HttpStatus.FORBIDDEN, "Forbidden", "This isn't open to you."));
    }

    /** Nothing can be told of it any more but by breaking the connection, which Tomcat does. */
    @ExceptionHandler
    void brokenOff(BrokenOff brokenOff) {
        throw brokenOff;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception exception) {
        if (causedByStore(exception)) {
            return storeDown(exception);
        }
        LOG.error("An error of the service's own", exception);
        return ResponseEntity.status(HttpStatus.INTERNAL_SERVER_ERROR)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(
                        Problems.of(
                                HttpStatus.INTERNAL_SERVER_ERROR,
                                "Our error",
                                "Something went wrong on our side. It has been logged."));
    }

    private static boolean causedByStore(@Nullable Throwable exception) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }
}

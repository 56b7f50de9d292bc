package org.engagementledger.api.json;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.engagementledger.api.problem.Body;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * JSON between systems is in UTF-8 (RFC 8259, 8.1). The parser would guess other encodings from the
 * first bytes, and believe a charset that the media type doesn't have.
 */
@RestControllerAdvice
class Utf8Only extends RequestBodyAdviceAdapter {

    private static final int TELLING = 4;

    @Override
    public boolean supports(
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        MediaType media = message.getHeaders().getContentType();
        Charset charset = media == null ? null : media.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw new ResponseStatusException(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "JSON is taken in UTF-8 only.");
        }
        Body body = new Body(message, type);
        if (isOfWideCharacters(body.first(TELLING))) {
            throw new HttpMessageNotReadableException("Not in UTF-8", message);
        }
        return body;
    }

    /** UTF-16 and UTF-32 have a zero beside each ASCII character, or begin with a mark. */
    private static boolean isOfWideCharacters(byte[] first) {
        for (byte each : first) {
            if (each == 0) {
                return true;
            }
        }
        return startsWith(first, 0xfe, 0xff) || startsWith(first, 0xff, 0xfe);
    }

    private static boolean startsWith(byte[] bytes, int one, int other) {
        return bytes.length >= 2
                && Arrays.equals(Arrays.copyOf(bytes, 2), new byte[] {(byte) one, (byte) other});
    }
}

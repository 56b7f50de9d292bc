package org.engagementledger.api.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.engagementledger.api.fuzz.Call.Framing;
import org.engagementledger.api.fuzz.Call.Header;

/** A call that isn't made yet. */
final class Draft {

    final ApiDocument.Operation operation;
    final String login;
    final String credential;
    final List<String> query = new ArrayList<>();
    final List<Header> headers = new ArrayList<>();
    String method;
    String path = "";
    byte[] body = {};
    Framing framing = Framing.NONE;
    boolean aimed = true;
    boolean last;

    Draft(ApiDocument.Operation operation, String login, String credential) {
        this.operation = operation;
        this.login = login;
        this.credential = credential;
        this.method = operation.method();
    }

    Call call(int number) {
        return new Call(
                number,
                operation,
                aimed,
                login,
                credential,
                method,
                query.isEmpty() ? path : path + "?" + String.join("&", query),
                List.copyOf(headers),
                new String(body, StandardCharsets.ISO_8859_1),
                framing,
                last);
    }
}

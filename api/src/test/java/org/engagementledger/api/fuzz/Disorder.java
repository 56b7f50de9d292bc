package org.engagementledger.api.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.engagementledger.api.fuzz.Call.Framing;
import org.engagementledger.api.fuzz.Call.Header;

/** Does to a request what no client does: to its bytes, its headers, its address, its method. */
final class Disorder {

    private final Dice dice;

    Disorder(Dice dice) {
        this.dice = dice;
    }

    /** Something is wrong with the body's bytes, or there are none, or others. */
    void ofBody(Draft draft) {
        byte[] body = draft.body;
        switch (dice.below(7)) {
            case 0 -> draft.body = Arrays.copyOf(body, dice.below(body.length + 1));
            case 1, 2 -> draft.body = inserted(body, dice.one(Oddities.NO_TEXT));
            case 3 ->
                    draft.body =
                            new String(body, StandardCharsets.UTF_8)
                                    .getBytes(dice.one(Oddities.CHARSETS));
            case 4 -> {
                draft.framing = Framing.CUT;
                draft.last = true;
            }
            case 5 -> draft.body = twice(body);
            default -> {
                if (body.length > 0) {
                    draft.body = body.clone();
                    draft.body[dice.below(body.length)] ^= (byte) (1 << dice.below(8));
                }
            }
        }
    }

    private byte[] inserted(byte[] body, byte[] more) {
        int at = dice.below(body.length + 1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(body, 0, at);
        all.writeBytes(more);
        all.write(body, at, body.length - at);
        return all.toByteArray();
    }

    /** Each property of the outermost object once more, or what isn't one again. */
    private static byte[] twice(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        String both =
                text.startsWith("{") && text.length() > 2
                        ? text.substring(0, text.length() - 1) + "," + text.substring(1)
                        : text + text;
        return both.getBytes(StandardCharsets.UTF_8);
    }

    void ofHeaders(Draft draft) {
        String name = dice.one(Oddities.HEADERS.keySet().stream().sorted().toList());
        String value = dice.one(Oddities.HEADERS.get(name));
        if (dice.percent(80)) {
            draft.headers.removeIf(it -> it.name().equalsIgnoreCase(name));
        }
        if (dice.percent(90)) {
            draft.headers.add(new Header(name, value));
        }
        draft.last = true;
    }

    void ofQuery(Draft draft) {
        draft.query.add(dice.one(Oddities.QUERIES));
        draft.aimed &= !draft.query.getLast().contains("\"");
    }

    void ofAddress(Draft draft) {
        draft.aimed = false;
        draft.last = true;
        draft.query.clear();
        draft.path = dice.one(Oddities.ADDRESSES);
    }

    void ofMethod(Draft draft) {
        draft.last = true;
        draft.method = dice.one(Oddities.METHODS);
        draft.aimed &= draft.method.equals(draft.operation.method());
    }
}

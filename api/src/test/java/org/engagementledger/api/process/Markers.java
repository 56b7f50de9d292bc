package org.engagementledger.api.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Made-up personal values that stand nowhere by chance, and who may see each of them. */
final class Markers {

    /** Begins every text; long enough to be found in other encodings too. */
    private static final String BEGIN = "zyxquorv";

    private static final List<Charset> ENCODINGS =
            List.of(UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Map<String, String> visibilities = new LinkedHashMap<>();
    private final Set<String> otherThanTexts = new LinkedHashSet<>();
    private int made;

    /** A text that both sides may see; what it stands for is part of it. */
    String shared(String what) {
        return text("SHARED", what);
    }

    /** An e-mail address that both sides may see. */
    String email() {
        return text("SHARED", "email");
    }

    /** A note with its visibility, as JSON. */
    String note(String visibility, String what) {
        return "{\"visibility\":\"%s\",\"text\":\"%s\"}"
                .formatted(visibility, text(visibility, what));
    }

    /** A value that doesn't begin as the texts do, such as a date; seen by both sides. */
    String value(String value) {
        visibilities.put(value, "SHARED");
        otherThanTexts.add(value);
        return value;
    }

    private String text(String visibility, String what) {
        made++;
        String text = BEGIN + "-" + what + "-" + made + (what.equals("email") ? "@x.cjsm.net" : "");
        visibilities.put(text, visibility);
        return text;
    }

    /** All that are so marked. */
    List<String> visible(String... visibility) {
        Set<String> such = Set.of(visibility);
        return visibilities.entrySet().stream()
                .filter(entry -> such.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whatever could be found of any of them in raw bytes, each as a text of Latin-1. */
    Map<String, String> traces() {
        Map<String, String> traces = new LinkedHashMap<>();
        for (Charset encoding : ENCODINGS) {
            traces.put("text, " + encoding, latin1(BEGIN.getBytes(encoding)));
            for (String value : otherThanTexts) {
                traces.put(value + ", " + encoding, latin1(value.getBytes(encoding)));
            }
        }
        String hex = HexFormat.of().formatHex(BEGIN.getBytes(UTF_8));
        traces.put("text, hexadecimal", hex);
        for (int shift = 0; shift < 3; shift++) {
            traces.put("text, base64, shifted by " + shift, base64(shift));
        }
        return traces;
    }

    /** The characters that are the same whatever comes before and after. */
    private static String base64(int shift) {
        String coded =
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(("\0".repeat(shift) + BEGIN).getBytes(UTF_8));
        return coded.substring(shift == 0 ? 0 : shift + 1, coded.length() - 1);
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Which traces stand in these bytes. */
    static List<String> found(Map<String, String> traces, byte[] bytes) {
        String content = latin1(bytes);
        List<String> found = new ArrayList<>();
        traces.forEach(
                (what, trace) -> {
                    if (content.contains(trace)) {
                        found.add(what);
                    }
                });
        return found;
    }
}

package org.engagementledger.ledger.json;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.ledger.sealing.Sealed;
import org.engagementledger.ledger.sealing.Sealer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Opens the personal values in JSON, for whoever may see them: give it nothing that its reader may
 * not.
 *
 * <p>A sealed value becomes the text that was sealed, or the ISO text of the date; one that has
 * been erased becomes {@code {"erased":true}}.
 */
public final class Opener {

    private final Sealer sealer;

    public Opener(Sealer sealer) {
        this.sealer = sealer;
    }

    /**
     * Opens single values, the keys of all of which are read together.
     *
     * @param values all that will be opened
     * @return opens one of them; one that is open, or erased, it leaves so
     */
    public UnaryOperator<Personal<String>> opening(Collection<Personal<String>> values) {
        Set<String> subjects =
                values.stream()
                        .filter(Personal.Unopened.class::isInstance)
                        .map(Personal::subject)
                        .collect(Collectors.toSet());
        if (!subjects.isEmpty()) {
            sealer.prepareToOpen(subjects);
        }
        return value ->
                value
                                instanceof
                                Personal.Unopened<String>(
                                        String subject,
                                        String sealed,
                                        String commitment)
                        ? sealer.open(new Sealed(subject, sealed, commitment), String.class)
                        : value;
    }

    /** As {@link #openAll}, for one. */
    public JsonNode open(JsonNode sealed) {
        return openAll(List.of(sealed)).getFirst();
    }

    /**
     * The same JSON with its personal values in the clear. What is given is used up. The keys of
     * all are read together.
     *
     * @throws org.engagementledger.ledger.sealing.SealBroken if one isn't what was sealed
     */
    public List<JsonNode> openAll(Collection<? extends JsonNode> sealed) {
        Set<String> subjects = new HashSet<>();
        sealed.forEach(node -> collect(node, subjects));
        sealer.prepareToOpen(subjects);
        return sealed.stream().map(this::opened).toList();
    }

    private static void collect(JsonNode node, Set<String> subjects) {
        if (isSealed(node)) {
            subjects.add(text(node, SealedForm.SUBJECT));
        } else {
            node.forEach(child -> collect(child, subjects));
        }
    }

    private JsonNode opened(JsonNode node) {
        if (isSealed(node)) {
            return reveal(node);
        }
        if (isErased(node)) {
            return erased();
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property : object.properties()) {
                property.setValue(opened(property.getValue()));
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, opened(list.get(i)));
            }
        }
        return node;
    }

    private JsonNode reveal(JsonNode node) {
        Sealed sealed =
                new Sealed(
                        text(node, SealedForm.SUBJECT),
                        text(node, SealedForm.SEALED),
                        text(node, SealedForm.COMMITMENT));
        return sealer.open(sealed, String.class) instanceof Personal.Known<String> known
                ? JsonNodeFactory.instance.stringNode(known.secret())
                : erased();
    }

    private static JsonNode erased() {
        return JsonNodeFactory.instance.objectNode().put(SealedForm.ERASED, true);
    }

    private static boolean isSealed(JsonNode node) {
        return node.size() == 3
                && node.has(SealedForm.SUBJECT)
                && node.has(SealedForm.SEALED)
                && node.has(SealedForm.COMMITMENT);
    }

    private static boolean isErased(JsonNode node) {
        return node.size() == 2 && node.has(SealedForm.SUBJECT) && node.has(SealedForm.ERASED);
    }

    private static String text(JsonNode node, String property) {
        return node.path(property).asString();
    }
}

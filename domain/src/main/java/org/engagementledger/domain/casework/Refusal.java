package org.engagementledger.domain.casework;

import java.util.List;
import java.util.Map;

/**
 * One reason why a command is refused.
 *
 * @param rule the rule that it breaks
 * @param field where in the command the rule is broken, as a JSON pointer; empty for the command as
 *     a whole
 * @param sentence what to tell whoever asked; never contains a personal value
 * @param details what a program may act on, such as the free slots, by a stable name
 */
public record Refusal(Rule rule, String field, String sentence, Map<String, List<String>> details) {

    public Refusal {
        details = Map.copyOf(details);
    }

    /** A refusal whose sentence is the rule's, with its gaps filled. */
    public static Refusal of(Rule rule, String field, Object... gaps) {
        return new Refusal(rule, field, String.format(rule.sentence(), gaps), Map.of());
    }

    /** The same refusal of what stands elsewhere in the command. */
    public Refusal at(String otherField) {
        return new Refusal(rule, otherField, sentence, details);
    }

    /** The same refusal with something that a program may act on. */
    public Refusal with(String name, List<String> values) {
        return new Refusal(rule, field, sentence, Map.of(name, List.copyOf(values)));
    }
}

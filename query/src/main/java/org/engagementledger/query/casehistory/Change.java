package org.engagementledger.query.casehistory;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.engagement.event.RecordedInError;
import org.engagementledger.query.engagement.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * What an event made of one field of an engagement: a code, an id, a day or an instant, never a
 * text. Whoever may read the history may see it; see {@link Fields}.
 *
 * @param field where it stands in the engagement, such as {@code hearing/date} or {@code
 *     issues/I1/status}
 * @param before what it was; null if it wasn't there
 * @param after what it is; null if it is no longer there
 */
public record Change(String field, @Nullable String before, @Nullable String after) {

    /**
     * What an event changed: first what there was, then what is new.
     *
     * @param before null if it is the first
     */
    static List<Change> by(EngagementEvent event, @Nullable Sheet before, Sheet after) {
        Map<String, String> was = before == null ? new LinkedHashMap<>() : Fields.of(before);
        Map<String, String> is = Fields.of(after);
        if (!(event instanceof RecordedInError)) {
            was.keySet().removeIf(field -> Fields.canBeForgotten(field) && !is.containsKey(field));
        }
        SequencedSet<String> fields = new LinkedHashSet<>(was.keySet());
        fields.addAll(is.keySet());
        return fields.stream()
                .map(field -> new Change(field, was.get(field), is.get(field)))
                .filter(change -> !Objects.equals(change.before(), change.after()))
                .toList();
    }
}

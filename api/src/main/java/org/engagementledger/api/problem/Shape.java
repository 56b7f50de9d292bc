package org.engagementledger.api.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what a request lacks to be asked of the domain at all, so that all of it comes back
 * together.
 */
public final class Shape {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");

    private final List<Refusal> missing = new ArrayList<>();

    /** The value; a stand-in, and a refusal, if it is missing. */
    public <T> T required(@Nullable T value, String pointer, T standIn) {
        if (value != null) {
            return value;
        }
        missing.add(
                Refusal.of(
                        Rule.REQUIRED, pointer, pointer.substring(pointer.lastIndexOf('/') + 1)));
        return standIn;
    }

    /**
     * An id that somebody else gave, of a firm or a login: it stands in clear for ever, so it is
     * one, and not a name.
     */
    public @Nullable String id(@Nullable String id, String pointer) {
        if (id != null && !ID.matcher(id).matches()) {
            missing.add(Refusal.of(Rule.ID_MALFORMED, pointer));
        }
        return id;
    }

    /** Refuses what contradicts itself. */
    public void refuse(Rule rule, String pointer) {
        missing.add(Refusal.of(rule, pointer));
    }

    /** Each element, made with its pointer; none for a list that was left out. */
    public <S, T> List<T> each(@Nullable List<S> list, String pointer, Element<S, T> make) {
        List<T> made = new ArrayList<>();
        IntFunction<String> at = i -> pointer + "/" + i;
        for (int i = 0; list != null && i < list.size(); i++) {
            S element = list.get(i);
            if (element == null) {
                missing.add(Refusal.of(Rule.REQUIRED, at.apply(i), "something other than null"));
            } else {
                made.add(make.from(element, at.apply(i)));
            }
        }
        return made;
    }

    /** Makes something of an element that stands at a pointer. */
    @FunctionalInterface
    public interface Element<S, T> {
        T from(S element, String pointer);
    }

    /** What was made of the request, unless something was missing. */
    public <T> T complete(T made) {
        if (!missing.isEmpty()) {
            throw new Refused(missing);
        }
        return made;
    }
}

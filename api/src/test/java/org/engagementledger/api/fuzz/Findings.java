package org.engagementledger.api.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.engagementledger.api.fuzz.ApiDocument.Operation;

/** What all calls came to. */
final class Findings {

    private static final int SHOWN = 30;

    /** What was wrong: the first call of which it was, whole, and the numbers of the others. */
    private final Map<String, List<String>> wrong = new TreeMap<>();

    private final Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();

    synchronized void add(Call call, Answer answer, List<String> findings) {
        statuses.computeIfAbsent(call.operation().id(), any -> new TreeMap<>())
                .merge(answer.status(), 1, Integer::sum);
        for (String finding : findings) {
            List<String> same = wrong.computeIfAbsent(finding, any -> new ArrayList<>());
            same.add(same.isEmpty() ? "%s%n%s".formatted(call, answer) : "" + call.number());
        }
    }

    synchronized List<String> wrong() {
        return wrong.entrySet().stream()
                .limit(SHOWN)
                .map(it -> told(it.getKey(), it.getValue()))
                .toList();
    }

    private static String told(String finding, List<String> calls) {
        return "%n%s, %d times, first by %s%nand %s%n"
                .formatted(
                        finding,
                        calls.size(),
                        calls.getFirst(),
                        calls.stream().skip(1).limit(SHOWN).toList());
    }

    /** Which an operation was answered with. */
    synchronized Set<Integer> statuses(Operation operation) {
        return statuses.getOrDefault(operation.id(), Map.of()).keySet();
    }

    /** How often each operation was answered with which status. */
    @Override
    public synchronized String toString() {
        return statuses.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining("\n"));
    }
}

package org.engagementledger.api.strategy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A text's lines, and which of them are its pages' own: what stands at the same edge of two or more
 * of its pages, the same but for its numbers. Where a page ends only a form feed says; a text
 * without any is one page.
 */
final class PagedText {

    /** How many lines a page's header or footer has at most. */
    private static final int EDGE = 3;

    /**
     * A line.
     *
     * @param number which of the text's; 1 for the first
     * @param text without the space around it
     * @param edge whether it is a part of its page's header or footer, or is empty and stands
     *     before all that is on the page, or behind it
     */
    record Line(int number, String text, boolean edge) {}

    private PagedText() {}

    /**
     * The lines of a text.
     *
     * @param content what is no page's header or footer, wherever it stands
     */
    static List<Line> lines(String text, Predicate<String> content) {
        List<List<Line>> pages = pages(text);
        List<Line> lines = new ArrayList<>();
        Set<String> headers = repeated(pages, content);
        Set<String> footers = repeated(pages.stream().map(List::reversed).toList(), content);
        for (List<Line> page : pages) {
            int top = edge(page, headers);
            int bottom = page.size() - edge(page.reversed(), footers);
            for (int i = 0; i < page.size(); i++) {
                Line line = page.get(i);
                lines.add(new Line(line.number(), line.text(), i < top || i >= bottom));
            }
        }
        return lines;
    }

    private static List<List<Line>> pages(String text) {
        List<List<Line>> pages = new ArrayList<>();
        pages.add(new ArrayList<>());
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String[] parts = line.split("\f", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    pages.add(new ArrayList<>());
                }
                if (parts.length == 1 || !parts[i].isBlank()) {
                    pages.getLast().add(new Line(number, parts[i].strip(), false));
                }
            }
        }
        return pages;
    }

    /** What two pages or more begin with, within as many lines as an edge has. */
    private static Set<String> repeated(List<List<Line>> pages, Predicate<String> content) {
        Map<String, Integer> times = new HashMap<>();
        for (List<Line> page : pages) {
            Set<String> own = new HashSet<>();
            page.stream()
                    .map(Line::text)
                    .filter(line -> !line.isEmpty())
                    .limit(EDGE)
                    .takeWhile(line -> !content.test(line))
                    .forEach(line -> own.add(butForNumbers(line)));
            own.forEach(line -> times.merge(line, 1, Integer::sum));
        }
        times.values().removeIf(pagesWithIt -> pagesWithIt < 2);
        return times.keySet();
    }

    /** How many lines a page's edge has. */
    private static int edge(List<Line> page, Set<String> repeated) {
        int found = 0;
        while (found < page.size() && isOfEdge(page.get(found).text(), repeated)) {
            found++;
        }
        return found;
    }

    private static boolean isOfEdge(String line, Set<String> repeated) {
        return line.isEmpty() || repeated.contains(butForNumbers(line));
    }

    /** The line with each of its numbers left out. */
    static String butForNumbers(String line) {
        return line.replaceAll("[0-9]+", "#").replaceAll("\\s+", " ");
    }
}

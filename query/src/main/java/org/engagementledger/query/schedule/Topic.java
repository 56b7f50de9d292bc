package org.engagementledger.query.schedule;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.engagementledger.domain.engagement.detail.IssueCategory;

/**
 * An issue, without its words.
 *
 * @param issue its id in its engagement, such as I1
 */
public record Topic(String issue, IssueCategory category) {

    private static final Pattern SPACE = Pattern.compile(" ");

    /** As a table holds them: {@code I1:WITNESSES I2:DISCLOSURE}. */
    static String written(List<Topic> topics) {
        return topics.stream()
                .map(topic -> topic.issue() + ":" + topic.category())
                .collect(Collectors.joining(" "));
    }

    /**
     * Those of the written topics that are wanted.
     *
     * @param issues their ids, with spaces between them
     */
    static List<Topic> read(String written, String issues) {
        List<String> wanted = SPACE.splitAsStream(issues).toList();
        return SPACE.splitAsStream(written)
                .filter(topic -> !topic.isEmpty())
                .map(Topic::read)
                .filter(topic -> wanted.contains(topic.issue()))
                .toList();
    }

    private static Topic read(String written) {
        int colon = written.indexOf(':');
        return new Topic(
                written.substring(0, colon), IssueCategory.valueOf(written.substring(colon + 1)));
    }
}

package org.engagementledger.api.demo.pilot;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.engagementledger.domain.casework.Plea;
import org.engagementledger.domain.engagement.detail.IssueCategory;

/** Words that nobody can take for a real person's or a real case's. */
final class MadeUp {

    private static final List<String> FIRST_NAMES =
            List.of(
                    "Robin", "Jo", "Alex", "Sam", "Pat", "Chris", "Kim", "Lee", "Max", "Ash",
                    "Jamie", "Taylor", "Morgan", "Casey", "Drew", "Jules");

    private static final List<String> LAST_NAMES =
            List.of(
                    "Sample",
                    "Placeholder",
                    "Example",
                    "Specimen",
                    "Mockup",
                    "Template",
                    "Testcase",
                    "Fictional",
                    "Invented",
                    "Pretend",
                    "Madeup",
                    "Nobody");

    /**
     * @param lesser what it could be reduced to, or exchanged for
     */
    record Charge(String title, String lesser) {}

    private static final List<Charge> CHARGES =
            List.of(
                    new Charge("Assault occasioning actual bodily harm", "Common assault"),
                    new Charge("Common assault", "Using threatening words or behaviour"),
                    new Charge("Theft from a shop", "Making off without payment"),
                    new Charge("Criminal damage", "Criminal damage of a lower value"),
                    new Charge(
                            "Driving with excess alcohol", "Being in charge with excess alcohol"),
                    new Charge("Dangerous driving", "Careless driving"),
                    new Charge(
                            "Possession with intent to supply, Class B",
                            "Possession of a drug of Class B"),
                    new Charge("Affray", "Using threatening words or behaviour"),
                    new Charge("Harassment", "Improper use of a communications network"),
                    new Charge("Burglary other than a dwelling", "Theft"),
                    new Charge("Fraud by false representation", "Theft"),
                    new Charge(
                            "Possession of a bladed article", "Possession of an offensive weapon"));

    /** What an issue is about, what is sought, and what triage may say to it. */
    record Topic(
            IssueCategory category, String matter, String sought, String answer, String thought) {}

    private static final Topic PLEA =
            new Topic(
                    IssueCategory.ACCEPTABLE_PLEA,
                    "Would another plea than not guilty be acceptable?",
                    "The prosecution's view before the hearing.",
                    "A plea to the charge as it stands would be accepted.",
                    "The evidence of intent is thin.");

    private static final List<Topic> TOPICS =
            List.of(
                    new Topic(
                            IssueCategory.DISCLOSURE,
                            "Is there body-worn video?",
                            "Service of it.",
                            "Served today.",
                            "It helps us on identification."),
                    new Topic(
                            IssueCategory.DISCLOSURE,
                            "The schedule of unused material hasn't been served.",
                            "The schedule.",
                            "It is served with this answer.",
                            "Item 4 needs another look."),
                    new Topic(
                            IssueCategory.EVIDENCE,
                            "There is said to be CCTV of the street.",
                            "To know whether it was kept.",
                            "It was overwritten before it was asked for.",
                            "The other footage is enough."),
                    new Topic(
                            IssueCategory.EVIDENCE,
                            "The continuity of the exhibit is disputed.",
                            "The exhibit's record.",
                            "The record is served with this answer.",
                            "The officer must be warned."),
                    new Topic(
                            IssueCategory.WITNESSES,
                            "Which witnesses are relied on?",
                            "A list for the trial.",
                            "The two officers and the shop's manager.",
                            "The only other witness is reluctant."),
                    new Topic(
                            IssueCategory.WITNESSES,
                            "Can the officer's statement be read?",
                            "Agreement.",
                            "Agreed: it can be read.",
                            "Nothing is lost by it."),
                    new Topic(
                            IssueCategory.OUT_OF_COURT_DISPOSAL,
                            "Would a conditional caution be considered?",
                            "A review.",
                            "It was reviewed: the case goes on.",
                            "The victim should be asked first."),
                    new Topic(
                            IssueCategory.CASE_MANAGEMENT,
                            "Half a day is enough for the trial.",
                            "A shorter estimate.",
                            "Agreed: half a day.",
                            "A full day was a precaution."),
                    new Topic(
                            IssueCategory.OTHER,
                            "The defendant needs breaks.",
                            "Agreement on how the hearing is run.",
                            "Agreed.",
                            "No objection."));

    private final Random random;

    MadeUp(Random random) {
        this.random = random;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String name() {
        return one(FIRST_NAMES) + " " + one(LAST_NAMES);
    }

    /** Of the numbers that are set aside for fiction. */
    String telephone() {
        return "020 7946 %04d".formatted(random.nextInt(1_000));
    }

    static String email(String name, String domain) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + domain;
    }

    Charge charge() {
        return one(CHARGES);
    }

    /** What the parties want to talk about; about pleas first, if about pleas at all. */
    Topic topic(boolean plea) {
        return plea ? PLEA : one(TOPICS);
    }

    /** The words that a plea needs. */
    static String basis(Plea plea, Charge charge) {
        return switch (plea) {
            case GUILTY_TO_A_LESSER_OFFENCE, GUILTY_TO_AN_ALTERNATIVE_OFFENCE -> charge.lesser();
            default -> "A single act, on the spur of the moment, without injury.";
        };
    }
}

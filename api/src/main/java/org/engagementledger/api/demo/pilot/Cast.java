package org.engagementledger.api.demo.pilot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.FirmId;
import org.engagementledger.domain.casework.Role;

/**
 * Who plays: three courts, a dozen firms, and those who work for the prosecution. The cast number 0
 * is the pilot's, with the development logins in it; every other has courts, firms and logins of
 * its own, so that nobody's week grows with the scale.
 *
 * @param seed of the whole play
 */
record Cast(long seed, int number) {

    /** The programme, which schedules the sessions. */
    static final Actor PROGRAMME = new Actor("programme", Role.SYSTEM, null);

    /** The ledger itself, when triage takes too long. */
    static final Actor TRIAGE_IN_TIME = new Actor("triage-in-time", Role.SYSTEM, null);

    /** Who adopts the strategy's plan. */
    static final Actor STRATEGY = new Actor("strategy", Role.STRATEGY_LEAD, null);

    static final int COURTS = 3;

    private static final List<Court> PILOT_COURTS =
            List.of(
                    new Court("B01BH00", "Bexley Magistrates' Court"),
                    new Court("B01CN00", "Bromley Magistrates' Court"),
                    new Court("B01GU00", "Highbury Corner Magistrates' Court"));

    private static final List<String> FIRMS =
            List.of(
                    "example-and-co",
                    "sample-llp",
                    "placeholder-partners",
                    "specimen-law",
                    "template-and-sons",
                    "mockup-legal",
                    "fictional-solicitors",
                    "invented-and-co",
                    "pretend-defence",
                    "testcase-llp",
                    "madeup-advocates",
                    "nowhere-law");

    private static final int NUMBERED = 10_000;
    private static final int UNITS = 36 * 36;

    List<Court> courts() {
        return number == 0
                ? PILOT_COURTS
                : IntStream.range(0, COURTS).mapToObj(this::madeUpCourt).toList();
    }

    /** No court's code begins with an X. */
    private Court madeUpCourt(int which) {
        int index = (number - 1) * COURTS + which;
        String code = "X%04d%c0".formatted(index % NUMBERED, 'A' + index / NUMBERED);
        return new Court(code, "Made-up Court " + code);
    }

    List<Firm> firms() {
        return IntStream.range(0, FIRMS.size()).mapToObj(this::firm).toList();
    }

    private Firm firm(int which) {
        String name = FIRMS.get(which);
        String login =
                switch (which) {
                    case 0 -> "defence";
                    case 1 -> "other-defence";
                    default -> "defence." + name;
                };
        return new Firm(
                new Actor(own(login), Role.DEFENCE_PRACTITIONER, new FirmId(own(name))), name);
    }

    Actor triage() {
        return new Actor(own("triage"), Role.TRIAGE_OFFICER, null);
    }

    Actor lead() {
        return new Actor(own("prosecutor"), Role.DISTRICT_CROWN_PROSECUTOR, null);
    }

    Actor coordinator() {
        return new Actor(own("coordinator"), Role.COORDINATOR, null);
    }

    private String own(String id) {
        return number == 0 ? id : "%s-%04d".formatted(id, number);
    }

    /** The id of a case: a UUID of version 8, bits of the maker's own. */
    EngagementId engagement(int numbered) {
        byte[] hash = hash("engagement " + numbered);
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer bits = ByteBuffer.wrap(hash);
        return new EngagementId(new UUID(bits.getLong(), bits.getLong()).toString());
    }

    /** A case's URN, of a unit that is plainly none: ZZ, and further ones with the scale. */
    String urn(int numbered) {
        String unit =
                Integer.toString(UNITS * 2 - 1 - number % UNITS, Character.MAX_RADIX)
                        .substring(1)
                        .toUpperCase(Locale.ROOT);
        return "01%s%05d20".formatted(unit, numbered);
    }

    /** What chance has in store for this: the same for the same seed. */
    Random random(String what) {
        return new Random(ByteBuffer.wrap(hash(what)).getLong());
    }

    private byte[] hash(String what) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(
                            "pilot\n%d\n%d\n%s"
                                    .formatted(seed, number, what)
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}

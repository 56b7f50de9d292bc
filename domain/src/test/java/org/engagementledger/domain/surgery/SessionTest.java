package org.engagementledger.domain.surgery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.engagementledger.domain.casework.Rule.*;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.engagementledger.domain.casework.Actor;
import org.engagementledger.domain.casework.Court;
import org.engagementledger.domain.casework.Decision;
import org.engagementledger.domain.casework.EngagementId;
import org.engagementledger.domain.casework.Personal;
import org.engagementledger.domain.casework.Refusal;
import org.engagementledger.domain.casework.Role;
import org.engagementledger.domain.casework.Rule;
import org.engagementledger.domain.casework.Terms;
import org.engagementledger.domain.surgery.SurgeryCommand.Allocate;
import org.engagementledger.domain.surgery.SurgeryCommand.Block;
import org.engagementledger.domain.surgery.SurgeryCommand.ChangeSession;
import org.engagementledger.domain.surgery.SurgeryCommand.Move;
import org.engagementledger.domain.surgery.SurgeryCommand.Schedule;
import org.engagementledger.domain.surgery.SurgeryCommand.Unblock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a coordinator may do with a session that is scheduled. */
class SessionTest {

    private static final String BROMLEY = "B01CN00";
    private static final Terms TERMS =
            new Terms(List.of(new Court(BROMLEY, "Bromley Magistrates' Court")), Duration.ZERO, 10);
    private static final Actor COORDINATOR = new Actor("login-1", Role.COORDINATOR, null);
    private static final Instant NOW = Instant.parse("2020-11-02T09:00:00Z");
    private static final SurgeryId ID = SurgeryId.of(BROMLEY, at("15:00"));
    private static final EngagementId ONE = new EngagementId("engagement-1");
    private static final EngagementId TWO = new EngagementId("engagement-2");
    private static final String LINK = "https://meet.example/l/meetup-join/19%3ameeting_Q2?a=b#c";
    private static final Host LEAD = new Host(HostRole.LEAD, "dcp-okafor", null);
    private static final Personal<String> REASON =
            new Personal.Known<>("surgery:" + ID, "The court is closed.");

    /** From 15:00 to 16:00 in three slots, as the programme's third version has it. */
    private static final SurgeryEvent SCHEDULED =
            new SurgeryScheduled(
                    ID, BROMLEY, at("15:00"), at("16:00"), 20, List.of(LEAD), LINK, 3L);

    private static Instant at(String time) {
        return Instant.parse("2020-11-05T" + time + ":00Z");
    }

    private static Surgery after(SurgeryEvent... events) {
        Surgery surgery = Surgery.unscheduled();
        for (SurgeryEvent event : events) {
            surgery = surgery.evolve(event);
        }
        return surgery;
    }

    private static SlotsBlocked blocked(String... times) {
        return new SlotsBlocked(ID, List.of(times).stream().map(SessionTest::at).toList(), REASON);
    }

    private static SlotAllocated allocated(String time, EngagementId engagement) {
        return new SlotAllocated(ID, at(time), engagement);
    }

    private static Decision<SurgeryEvent> asked(
            Surgery surgery, SurgeryCommand command, Instant now) {
        return surgery.decide(command, COORDINATOR, now, TERMS);
    }

    private static List<SurgeryEvent> accepted(Decision<SurgeryEvent> decision) {
        assertThat(decision.refusals()).isEmpty();
        return ((Decision.Accepted<SurgeryEvent>) decision).events();
    }

    private static List<Rule> refused(Decision<SurgeryEvent> decision) {
        return decision.refusals().stream().map(Refusal::rule).toList();
    }

    @ParameterizedTest
    @EnumSource
    void coordinators_and_the_ledgers_own_policies_change_sessions_and_nobody_else(Role role) {
        Actor actor = new Actor("login-4", role, null);
        List<SurgeryCommand> commands =
                List.of(
                        new ChangeSession(ID, null, LINK, null),
                        new Move(ID, at("16:00"), Set.of()),
                        new Block(ID, null, REASON),
                        new Unblock(ID, null));
        for (SurgeryCommand command : commands) {
            for (Surgery surgery : List.of(after(), after(SCHEDULED))) {
                List<Rule> refused = refused(surgery.decide(command, actor, NOW, TERMS));
                if (role == Role.COORDINATOR || role == Role.SYSTEM) {
                    assertThat(refused).doesNotContain(NOT_PERMITTED);
                } else {
                    assertThat(refused).containsExactly(NOT_PERMITTED);
                }
            }
        }
    }

    @Test
    void a_day_without_a_session_is_named_in_words() {
        for (SurgeryCommand command :
                List.of(
                        new ChangeSession(ID, null, LINK, null),
                        new Move(ID, at("16:00"), Set.of()),
                        new Block(ID, null, REASON),
                        new Unblock(ID, null))) {
            Refusal refusal = asked(after(), command, NOW).refusals().getFirst();
            assertThat(refusal.rule()).isEqualTo(SURGERY_UNKNOWN);
            assertThat(refusal.sentence())
                    .isEqualTo(
                            "There is no such surgery. None was scheduled for B01CN00 at 15:00 on"
                                    + " Thu 5 Nov 2020.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "nonsense", "B01CN00-yesterday", "2020-11-05T1500"})
    void what_is_no_sessions_name_is_unknown_without_more_words(String id) {
        Refusal refusal =
                asked(after(), new Unblock(new SurgeryId(id), null), NOW).refusals().getFirst();
        assertThat(refusal.sentence()).isEqualTo("There is no such surgery.");
    }

    @Nested
    class PeopleAndLink {

        private static List<Refusal> checked(List<Host> hosts, @Nullable String link) {
            List<Refusal> changing =
                    asked(after(SCHEDULED), new ChangeSession(ID, hosts, link, null), NOW)
                            .refusals();
            Schedule schedule =
                    new Schedule(
                            ID,
                            BROMLEY,
                            at("15:00"),
                            at("16:00"),
                            Duration.ofMinutes(20),
                            hosts,
                            link,
                            null);
            assertThat(asked(after(), schedule, NOW).refusals()).isEqualTo(changing);
            return changing;
        }

        private static Personal<String> email(String address) {
            return new Personal.Known<>("host:1", address);
        }

        @Test
        void only_what_is_new_is_recorded() {
            assertThat(
                            accepted(
                                    asked(
                                            after(SCHEDULED),
                                            new ChangeSession(ID, null, LINK, null),
                                            NOW)))
                    .containsExactly(new SessionChanged(ID, null, LINK, null));
            assertThat(
                            accepted(
                                    asked(
                                            after(SCHEDULED),
                                            new ChangeSession(ID, List.of(), null, null),
                                            NOW)))
                    .containsExactly(new SessionChanged(ID, List.of(), null, null));
        }

        @Test
        void a_link_can_be_taken_away() {
            assertThat(
                            accepted(
                                    asked(
                                            after(SCHEDULED),
                                            new ChangeSession(ID, null, "", null),
                                            NOW)))
                    .containsExactly(new SessionChanged(ID, null, "", null));
        }

        @Test
        void somebody_is_named_by_login_or_address_or_both() {
            assertThat(
                            checked(
                                    List.of(
                                            LEAD,
                                            new Host(
                                                    HostRole.HMCTS_CONTACT,
                                                    null,
                                                    email("court@justice.example")),
                                            new Host(
                                                    HostRole.POLICE_CONTACT,
                                                    "police-1",
                                                    email("spoc@police.example"))),
                                    null))
                    .isEmpty();
            assertThat(checked(List.of(new Host(HostRole.LEAD, null, null)), null))
                    .extracting(Refusal::rule, Refusal::field)
                    .containsExactly(tuple(REQUIRED, "/hosts/0/login"));
            assertThat(checked(List.of(new Host(HostRole.LEAD, " ", null)), null))
                    .extracting(Refusal::rule)
                    .containsExactly(REQUIRED);
        }

        @Test
        void an_address_is_one_and_on_one_line() {
            assertThat(checked(List.of(new Host(HostRole.LEAD, "a", email("nobody"))), null))
                    .extracting(Refusal::rule, Refusal::field)
                    .containsExactly(tuple(EMAIL_MALFORMED, "/hosts/0/email"));
            assertThat(
                            checked(
                                    List.of(
                                            new Host(
                                                    HostRole.LEAD,
                                                    "a",
                                                    email("a@b.example\r\nBcc:c@d.example"))),
                                    null))
                    .extracting(Refusal::rule)
                    .contains(LINE_BROKEN);
        }

        @Test
        void a_login_is_on_one_line_and_not_endless_and_not_named_twice_for_the_same() {
            assertThat(checked(List.of(new Host(HostRole.LEAD, "a\nb", null)), null))
                    .extracting(Refusal::rule)
                    .containsExactly(LINE_BROKEN);
            assertThat(checked(List.of(new Host(HostRole.LEAD, "a".repeat(101), null)), null))
                    .extracting(Refusal::rule)
                    .containsExactly(TEXT_TOO_LONG);
            assertThat(checked(List.of(LEAD, LEAD), null))
                    .extracting(Refusal::rule, Refusal::field)
                    .containsExactly(tuple(NAMED_TWICE, "/hosts/1/login"));
            List<Host> many =
                    IntStream.range(0, 21)
                            .mapToObj(it -> new Host(HostRole.LEAD, "dcp-" + it, null))
                            .toList();
            assertThat(checked(many, null)).extracting(Refusal::rule).containsExactly(TOO_MANY);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    LINK,
                    "https://meet.example",
                    "HTTPS://meet.example:8443/?q=%20",
                    "https://127.0.0.1/a",
                    "https://[::1]/a"
                })
        void a_link_is_an_absolute_https_uri(String link) {
            assertThat(checked(List.of(), link)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "http://meet.example/5",
                    "meet.example/5",
                    "https:///5",
                    "https://",
                    "https://a@meet.example/5",
                    "https://meet.example/a b",
                    "https://meet.example/a\r\nX:y",
                    "https://meet.example/%zz",
                    "https://meet.example/%1",
                    "https://meet.example\\@other.example",
                    "https://meet.example/\"><b>",
                    "javascript:alert(1)",
                    " https://meet.example/5"
                })
        void nothing_else_is_a_link(String link) {
            assertThat(checked(List.of(), link))
                    .extracting(Refusal::rule, Refusal::field)
                    .containsExactly(tuple(LINK_MALFORMED, "/joinLink"));
        }

        @Test
        void a_link_may_be_longestbut_not_endless() {
            String longest = "https://meet.example/" + "a%20".repeat(494);
            assertThat(checked(List.of(), longest)).isEmpty();
            assertThat(checked(List.of(), longest + "a".repeat(2000)))
                    .extracting(Refusal::rule)
                    .containsExactly(TEXT_TOO_LONG);
        }

        @Test
        void a_change_says_something_new_and_comes_before_the_end() {
            assertThat(
                            refused(
                                    asked(
                                            after(SCHEDULED),
                                            new ChangeSession(ID, null, null, null),
                                            NOW)))
                    .containsExactly(NOTHING_TO_CHANGE);
            assertThat(
                            refused(
                                    asked(
                                            after(SCHEDULED),
                                            new ChangeSession(ID, null, LINK, null),
                                            at("16:00"))))
                    .containsExactly(SESSION_OVER);
        }

        @Test
        void a_session_follows_its_programme_forward_and_once() {
            ChangeSession fourth = new ChangeSession(ID, List.of(), LINK, 4L);
            List<SurgeryEvent> followed = accepted(asked(after(SCHEDULED), fourth, NOW));
            assertThat(followed).containsExactly(new SessionChanged(ID, List.of(), LINK, 4L));
            Surgery later = after(SCHEDULED, followed.getFirst());
            assertThat(accepted(asked(later, fourth, NOW))).isEmpty();
            assertThat(accepted(asked(later, new ChangeSession(ID, null, "", 3L), NOW))).isEmpty();
            assertThat(accepted(asked(after(SCHEDULED), fourth, at("16:00")))).isEmpty();
        }

        @Test
        void where_somebody_has_a_slot_that_is_to_come_somebody_leads() {
            Host contact = new Host(HostRole.HMCTS_CONTACT, "hmcts-1", null);
            Host byAddress = new Host(HostRole.LEAD, null, email("dcp@cps.example"));
            Surgery booked = after(SCHEDULED, allocated("15:20", ONE));
            for (List<Host> nobody : List.of(List.<Host>of(), List.of(contact))) {
                assertThat(asked(booked, new ChangeSession(ID, nobody, null, null), NOW).refusals())
                        .extracting(Refusal::rule, Refusal::field)
                        .containsExactly(tuple(NOBODY_LEADS, "/hosts"));
                ChangeSession later = new ChangeSession(ID, nobody, null, null);
                assertThat(accepted(asked(booked, later, at("15:20")))).hasSize(1);
                assertThat(accepted(asked(after(SCHEDULED), later, NOW))).hasSize(1);
            }
            ChangeSession other = new ChangeSession(ID, List.of(contact, byAddress), null, null);
            assertThat(accepted(asked(booked, other, NOW))).hasSize(1);
        }

        @Test
        void a_session_with_a_booking_keeps_its_people_if_its_programme_names_no_lead() {
            Surgery booked = after(SCHEDULED, allocated("15:20", ONE));
            assertThat(accepted(asked(booked, new ChangeSession(ID, List.of(), "", 4L), NOW)))
                    .containsExactly(new SessionChanged(ID, null, "", 4L));
        }

        @Test
        void a_session_that_was_changed_on_its_own_follows_no_more() {
            Surgery own = after(SCHEDULED, new SessionChanged(ID, null, "", null));
            assertThat(accepted(asked(own, new ChangeSession(ID, List.of(), LINK, 4L), NOW)))
                    .isEmpty();
        }
    }

    @Nested
    class Moving {

        @Test
        void a_session_moves_with_whoever_has_a_slot_and_what_is_blocked() {
            Surgery before = after(SCHEDULED, allocated("15:20", ONE), blocked("15:40"));
            List<SurgeryEvent> events =
                    accepted(asked(before, new Move(ID, at("10:30"), Set.of()), NOW));
            assertThat(events)
                    .containsExactly(new SessionMoved(ID, at("10:30"), at("11:30"), List.of(ONE)));
            Surgery.Scheduled moved = (Surgery.Scheduled) before.evolve(events.getFirst());
            assertThat(moved.slots().map(Slot::start))
                    .containsExactly(at("10:30"), at("10:50"), at("11:10"));
            assertThat(moved.holder(at("10:50"))).contains(ONE);
            assertThat(moved.holder(at("15:20"))).isEmpty();
            assertThat(moved.blocked()).containsExactly(at("11:10"));
            assertThat(moved.freeAfter(NOW)).containsExactly(at("10:30"));
        }

        @Test
        void whoever_cannot_come_alongestloses_the_slot() {
            Surgery before = after(SCHEDULED, allocated("15:20", ONE), allocated("15:40", TWO));
            List<SurgeryEvent> events =
                    accepted(asked(before, new Move(ID, at("16:00"), Set.of(TWO)), NOW));
            assertThat(events)
                    .containsExactly(
                            new SlotFreed(ID, at("15:40"), TWO),
                            new SessionMoved(ID, at("16:00"), at("17:00"), List.of(ONE)));
        }

        @Test
        void it_moves_to_another_day_across_the_change_of_clocks_by_the_time_that_is_said() {
            Instant inSummer = Instant.parse("2021-04-01T14:00:00Z");
            assertThat(accepted(asked(after(SCHEDULED), new Move(ID, inSummer, Set.of()), NOW)))
                    .containsExactly(
                            new SessionMoved(
                                    ID,
                                    inSummer,
                                    Instant.parse("2021-04-01T15:00:00Z"),
                                    List.of()));
        }

        @Test
        void it_moves_neither_into_the_past_nor_over_midnight_nor_nowhere() {
            assertThat(refused(asked(after(SCHEDULED), new Move(ID, NOW, Set.of()), NOW)))
                    .containsExactly(SESSION_INTO_PAST);
            assertThat(refused(asked(after(SCHEDULED), new Move(ID, at("23:20"), Set.of()), NOW)))
                    .containsExactly(GRID_UNEVEN);
            assertThat(refused(asked(after(SCHEDULED), new Move(ID, at("15:00"), Set.of()), NOW)))
                    .containsExactly(SESSION_STAYS);
        }

        @ParameterizedTest
        @ValueSource(strings = {"2020-11-05T16:00:30Z", "2020-11-05T15:00:00.500Z"})
        void it_moves_to_a_whole_minute(Instant start) {
            assertThat(asked(after(SCHEDULED), new Move(ID, start, Set.of()), NOW).refusals())
                    .extracting(Refusal::rule, Refusal::field)
                    .containsExactly(tuple(NOT_ON_THE_MINUTE, "/start"));
        }

        @Test
        void a_session_that_has_begun_stays() {
            assertThat(
                            refused(
                                    asked(
                                            after(SCHEDULED),
                                            new Move(ID, at("17:00"), Set.of()),
                                            at("15:00"))))
                    .containsExactly(SESSION_HAS_BEGUN);
        }
    }

    @Nested
    class Blocking {

        @Test
        void a_whole_session_is_blocked_and_its_slots_are_given_back_first() {
            Surgery before = after(SCHEDULED, allocated("15:20", ONE));
            assertThat(accepted(asked(before, new Block(ID, null, REASON), NOW)))
                    .containsExactly(
                            new SlotFreed(ID, at("15:20"), ONE),
                            blocked("15:00", "15:20", "15:40"));
        }

        @Test
        void of_a_session_that_is_on_the_rest_is_blocked() {
            Surgery before = after(SCHEDULED, allocated("15:00", ONE), blocked("15:40"));
            assertThat(accepted(asked(before, new Block(ID, null, REASON), at("15:10"))))
                    .containsExactly(blocked("15:20"));
        }

        @Test
        void part_of_a_session_is_blocked_and_the_rest_can_be_had() {
            List<SurgeryEvent> events =
                    accepted(
                            asked(
                                    after(SCHEDULED),
                                    new Block(ID, List.of(at("15:40"), at("15:00")), REASON),
                                    NOW));
            assertThat(events).containsExactly(blocked("15:00", "15:40"));
            Surgery after = after(SCHEDULED, events.getFirst());
            Refusal refusal =
                    asked(after, new Allocate(ID, at("15:00"), ONE), NOW).refusals().getFirst();
            assertThat(refusal.rule()).isEqualTo(SLOT_BLOCKED);
            assertThat(refusal.sentence())
                    .isEqualTo("The slot is blocked. Free: 15:20 on Thu 5 Nov 2020.");
            assertThat(refusal.details())
                    .containsEntry("alternatives", List.of("2020-11-05T15:20:00Z"));
            assertThat(accepted(asked(after, new Allocate(ID, at("15:20"), ONE), NOW))).hasSize(1);
        }

        @Test
        void what_is_blocked_already_or_past_or_off_the_grid_is_named() {
            Surgery surgery = after(SCHEDULED, blocked("15:40"));
            assertThat(
                            asked(
                                            surgery,
                                            new Block(
                                                    ID,
                                                    List.of(at("15:00"), at("15:40"), at("15:10")),
                                                    REASON),
                                            at("15:00"))
                                    .refusals())
                    .extracting(Refusal::rule, Refusal::field)
                    .containsExactly(
                            tuple(SLOT_IN_PAST, "/starts/0"),
                            tuple(OFF_GRID, "/starts/2"),
                            tuple(BLOCKED_ALREADY, "/starts"));
        }

        @Test
        void a_past_date_and_a_session_that_is_blocked_already_are_clear_errors() {
            assertThat(refused(asked(after(SCHEDULED), new Block(ID, null, REASON), at("16:00"))))
                    .containsExactly(SESSION_OVER);
            assertThat(refused(asked(after(SCHEDULED), new Block(ID, null, REASON), at("15:40"))))
                    .containsExactly(SLOT_IN_PAST);
            Decision<SurgeryEvent> again =
                    asked(
                            after(SCHEDULED, blocked("15:00", "15:20", "15:40")),
                            new Block(ID, null, REASON),
                            NOW);
            assertThat(again.refusals().getFirst().sentence())
                    .isEqualTo("Blocked already: the whole session.");
        }

        @Test
        void it_says_why() {
            assertThat(asked(after(SCHEDULED), new Block(ID, null, null), NOW).refusals())
                    .extracting(Refusal::rule, Refusal::field)
                    .containsExactly(tuple(REQUIRED, "/reason"));
            Personal<String> essay = new Personal.Known<>("surgery:" + ID, "a".repeat(100_000));
            assertThat(refused(asked(after(SCHEDULED), new Block(ID, null, essay), NOW)))
                    .containsExactly(TEXT_TOO_LONG);
            assertThat(refused(asked(after(SCHEDULED), new Block(ID, List.of(), REASON), NOW)))
                    .contains(REQUIRED);
        }

        @Test
        void unblocking_offers_what_is_still_to_come() {
            Surgery surgery = after(SCHEDULED, blocked("15:00", "15:20", "15:40"));
            assertThat(accepted(asked(surgery, new Unblock(ID, null), at("15:10"))))
                    .containsExactly(new SlotsUnblocked(ID, List.of(at("15:20"), at("15:40"))));
            List<SurgeryEvent> events =
                    accepted(asked(surgery, new Unblock(ID, List.of(at("15:20"))), NOW));
            assertThat(events).containsExactly(new SlotsUnblocked(ID, List.of(at("15:20"))));
            assertThat(((Surgery.Scheduled) surgery.evolve(events.getFirst())).freeAfter(NOW))
                    .containsExactly(at("15:20"));
        }

        @Test
        void what_is_not_blocked_is_not_unblocked() {
            assertThat(refused(asked(after(SCHEDULED), new Unblock(ID, null), NOW)))
                    .containsExactly(NOT_BLOCKED);
            Refusal refusal =
                    asked(after(SCHEDULED), new Unblock(ID, List.of(at("15:20"))), NOW)
                            .refusals()
                            .getFirst();
            assertThat(refusal.sentence()).isEqualTo("Not blocked: 15:20 on Thu 5 Nov 2020.");
            assertThat(
                            refused(
                                    asked(
                                            after(SCHEDULED, blocked("15:00")),
                                            new Unblock(ID, null),
                                            at("15:00"))))
                    .containsExactly(NOT_BLOCKED);
        }
    }

    @Test
    void the_state_holds_no_address_and_no_words() {
        Surgery surgery =
                after(
                        new SurgeryScheduled(
                                ID,
                                BROMLEY,
                                at("15:00"),
                                at("16:00"),
                                20,
                                List.of(
                                        new Host(
                                                HostRole.LEAD,
                                                null,
                                                new Personal.Known<>("host:1", "a@b.example"))),
                                null,
                                null),
                        blocked("15:00"));
        assertThat(surgery.toString()).doesNotContain("Known", "Host");
    }
}

package org.engagementledger.api.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import org.axonframework.common.AxonTransientException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.spring.stereotype.Aggregate;
import org.engagementledger.ledger.feed.Feed;
import org.engagementledger.ledger.store.EventReader;
import org.engagementledger.ledger.store.StoredEvents;
import org.engagementledger.query.Queries;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.RestController;

/** How the modules are cut, and why. */
@AnalyzeClasses(packages = "org.engagementledger", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String DOMAIN = "org.engagementledger.domain..";
    private static final String LEDGER = "org.engagementledger.ledger..";
    private static final String COMMAND = "org.engagementledger.command..";
    private static final String QUERY = "org.engagementledger.query..";
    private static final String API = "org.engagementledger.api..";
    private static final String AXON = "org.axonframework..";

    @ArchTest
    static final ArchRule the_domain_knows_no_framework =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify.annotations..", DOMAIN)
                    .because("the rules of engagement outlive every framework they run in");

    @ArchTest
    static final ArchRule the_ledger_knows_neither_side =
            noClasses()
                    .that()
                    .resideInAPackage(LEDGER)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(COMMAND, QUERY, API)
                    .because("the log is what both sides share, and an auditor reads it alone");

    @ArchTest
    static final ArchRule the_write_side_knows_no_read_side =
            noClasses()
                    .that()
                    .resideInAPackage(COMMAND)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(QUERY, API)
                    .because("a decision rests on the events, never on a projection that lags");

    @ArchTest
    static final ArchRule the_read_side_knows_no_write_side =
            noClasses()
                    .that()
                    .resideInAPackage(QUERY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(COMMAND, API)
                    .because("a projection is made of stored events, so that it can be made again");

    @ArchTest
    static final ArchRule aggregates_are_commands_home =
            classes()
                    .that()
                    .areAnnotatedWith(Aggregate.class)
                    .should()
                    .resideInAPackage(COMMAND)
                    .because("there is one place where anything is written");

    @ArchTest
    static final ArchRule controllers_are_the_apis =
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .resideInAPackage(API)
                    .because("HTTP is one door among others, and no other module has it");

    @ArchTest
    static final ArchRule controllers_are_nobodys_to_call =
            classes()
                    .that()
                    .areAnnotatedWith(RestController.class)
                    .should()
                    .bePackagePrivate()
                    .because("a controller is called over HTTP only, where security stands");

    @ArchTest
    static final ArchRule axon_stays_behind_the_api =
            noClasses()
                    .that()
                    .resideInAPackage(API)
                    .should()
                    .dependOnClassesThat(
                            resideInAPackage(AXON)
                                    .and(
                                            not(
                                                    are(
                                                            oneOf(
                                                                    AxonTransientException.class,
                                                                    AggregateStreamCreationException
                                                                            .class)))))
                    .because(
                            "whoever replaces Axon replaces no controller; that a race was lost is"
                                    + " all that a client is told of it");

    private static DescribedPredicate<JavaClass> oneOf(Class<?>... known) {
        return describe(
                "one of the exceptions of a lost race",
                found -> Set.of(known).stream().anyMatch(found::isEquivalentTo));
    }

    /** The buses by which questions come to those who answer them. */
    private static final String QUERY_BUSES = "org.engagementledger.query.axonserver..";

    @ArchTest
    static final ArchRule there_is_one_door_to_the_read_side =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(Queries.class.getName())
                    .and()
                    .resideOutsideOfPackage(QUERY_BUSES)
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(QueryGateway.class)
                    .orShould()
                    .dependOnClassesThat()
                    .areAssignableTo(QueryBus.class)
                    .because("whatever goes out by it is on record first");

    @ArchTest
    static final ArchRule the_api_reads_no_events_itself =
            noClasses()
                    .that()
                    .resideInAPackage(API)
                    .should()
                    .dependOnClassesThat()
                    .belongToAnyOf(Feed.class, EventReader.class, StoredEvents.class)
                    .because("what isn't asked for at the read side's door isn't on record");

    @ArchTest
    static final ArchRule packages_of_a_module_form_no_cycle =
            slices().matching("org.engagementledger.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("a package that needs its own users can't be understood alone");

    /** Whoever is here is handed the true time, to give it to everybody else. */
    private static final Set<String> CLOCKS =
            Set.of(
                    "org.engagementledger.api.ClockConfiguration",
                    "org.engagementledger.api.demo.DemoConfiguration",
                    // Tokens end by the true time; nothing that is recorded rests on it.
                    "org.engagementledger.api.security.KnownActor",
                    // Waits for the server to end; what is recorded isn't touched by it.
                    "org.engagementledger.ledger.postgres.Postmaster");

    @ArchTest
    static final ArchRule nobody_asks_what_time_it_is =
            noClasses()
                    .that(not(describe("clocks", found -> CLOCKS.contains(found.getName()))))
                    .should()
                    .accessTargetWhere(
                            describe("it tells the time", ArchitectureTest::tellsTheTime))
                    .because("the clock is a bean: a demonstration moves it, a test sets it");

    private static boolean tellsTheTime(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        boolean noArguments = target.getRawParameterTypes().isEmpty();
        boolean zoned =
                target.getRawParameterTypes().size() == 1
                        && !target.getRawParameterTypes().getFirst().isAssignableTo(Clock.class);
        String owner = target.getOwner().getName();
        return switch (target.getName()) {
            case "now" -> owner.startsWith("java.time.") && (noArguments || zoned);
            case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
            case "getInstance" -> owner.equals(Calendar.class.getName());
            case "<init>" -> owner.equals(Date.class.getName()) && noArguments;
            case "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds" ->
                    owner.equals(Clock.class.getName()) || owner.equals("java.time.InstantSource");
            default -> false;
        };
    }

    @ArchTest
    static final ArchRule nothing_that_is_entered_makes_the_service_call_anybody =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.engagementledger.api.security..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "java.net.http..",
                            "org.springframework.web.client..",
                            "org.springframework.web.reactive..",
                            "org.springframework.http.client..")
                    .orShould()
                    .dependOnClassesThat()
                    .haveNameMatching(
                            "java\\.net\\.(URL|URLConnection|HttpURLConnection|Socket|DatagramSocket)")
                    .because(
                            "the service calls its database, Axon Server and the identity provider,"
                                    + " which the operator names, and nobody whom a user names");

    @ArchTest
    static final ArchRule one_package_sends_mail =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.engagementledger.api.invitation..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.mail..",
                            "org.eclipse.angus.mail..",
                            "org.springframework.mail..")
                    .because(
                            "mail goes by the server that the operator names, from where it is seen"
                                    + " to that nobody is told more than they may know; whoever"
                                    + " enters an address is written to there, and nobody is called");

    @ArchTest
    static final ArchRule the_domain_leaves_nothing_to_chance =
            noClasses()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .accessTargetWhere(describe("it is random", ArchitectureTest::isRandom))
                    .because("the same command on the same state comes to the same, for ever");

    private static boolean isRandom(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return owner.matches("java\\.(util|security)\\..*Random.*")
                || access.getName().equals("randomUUID")
                || (owner.equals("java.lang.Math") && access.getName().equals("random"));
    }

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields =
            noFields()
                    .should()
                    .beAnnotatedWith(Autowired.class)
                    .orShould()
                    .beAnnotatedWith(Value.class)
                    .orShould()
                    .beAnnotatedWith("jakarta.inject.Inject")
                    .orShould()
                    .beAnnotatedWith("jakarta.annotation.Resource")
                    .because("what an object needs it is given when it is made");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|Dto)")
                    .because("such a suffix says that nobody knew what the thing is");

    @ArchTest
    static final ArchRule events_and_commands_are_said_as_people_say_them =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "org.engagementledger.domain..event",
                            "org.engagementledger.domain..command")
                    .and()
                    .areRecords()
                    .should()
                    .haveNameMatching(".*(Command|Event)")
                    .because("a fact is a past tense and a command an imperative: that is enough");

    @ArchTest
    static final ArchRule there_is_no_lombok =
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("lombok..")
                    .because("what the language has needs no second compiler");

    @ArchTest
    static final ArchRule null_is_marked_everywhere =
            classes()
                    .should(resideInANullMarkedPackage())
                    .because("only in a marked package does the compiler find a stray null");

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a package with @NullMarked") {
            @Override
            public void check(JavaClass found, ConditionEvents events) {
                boolean marked = found.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(
                        new SimpleConditionEvent(
                                found, marked, found.getPackageName() + " has no @NullMarked"));
            }
        };
    }
}

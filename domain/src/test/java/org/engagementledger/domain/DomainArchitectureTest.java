package org.engagementledger.domain;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.engagementledger.domain.claim.ClaimEvent;
import org.engagementledger.domain.correspondence.CorrespondenceCommand;
import org.engagementledger.domain.correspondence.CorrespondenceEvent;
import org.engagementledger.domain.courtday.CourtDayEvent;
import org.engagementledger.domain.engagement.command.EngagementCommand;
import org.engagementledger.domain.engagement.event.EngagementEvent;
import org.engagementledger.domain.programme.ProgrammeCommand;
import org.engagementledger.domain.programme.ProgrammeEvent;
import org.engagementledger.domain.strategy.StrategyCommand;
import org.engagementledger.domain.strategy.StrategyEvent;
import org.engagementledger.domain.surgery.SurgeryCommand;
import org.engagementledger.domain.surgery.SurgeryEvent;

@AnalyzeClasses(packages = "org.engagementledger.domain", importOptions = DoNotIncludeTests.class)
class DomainArchitectureTest {

    @ArchTest
    static final ArchRule the_domain_knows_nothing_but_the_language_and_its_annotations =
            classes()
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "org.engagementledger.domain..",
                            "org.jspecify.annotations",
                            "java.lang..",
                            "java.nio.charset",
                            "java.time..",
                            "java.util",
                            "java.util.function",
                            "java.util.regex",
                            "java.util.stream")
                    .because(
                            "what the ledger decides must outlive every framework, and be tested"
                                    + " without any");

    @ArchTest
    static final ArchRule nobody_asks_for_the_time =
            noClasses()
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "the time is asked for",
                                    access ->
                                            (isIn(access, "java.time.") && isNamed(access, "now"))
                                                    || isNamed(
                                                            access,
                                                            "currentTimeMillis",
                                                            "nanoTime")))
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.time.Clock")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.time.InstantSource")
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util.Date")
                    .because(
                            "the time comes in with the command: a decision must come out the same"
                                    + " when it is replayed");

    @ArchTest
    static final ArchRule nobody_leaves_anything_to_chance =
            noClasses()
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "a random value is asked for",
                                    access -> isNamed(access, "random", "randomUUID")))
                    .orShould()
                    .dependOnClassesThat()
                    .haveSimpleNameEndingWith("Random")
                    .orShould()
                    .dependOnClassesThat()
                    .resideInAPackage("java.util.random..")
                    .because(
                            "ids come in with the command or are counted: a decision must come out"
                                    + " the same when it is replayed");

    @ArchTest
    static final ArchRule packages_do_not_depend_on_each_other_in_circles =
            slices().matching("org.engagementledger.domain.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because("a package must be understood without those that use it");

    @ArchTest
    static final ArchRule events_and_commands_are_records =
            classes()
                    .that()
                    .areAssignableTo(EngagementEvent.class)
                    .or()
                    .areAssignableTo(SurgeryEvent.class)
                    .or()
                    .areAssignableTo(ClaimEvent.class)
                    .or()
                    .areAssignableTo(CourtDayEvent.class)
                    .or()
                    .areAssignableTo(CorrespondenceEvent.class)
                    .or()
                    .areAssignableTo(CorrespondenceCommand.class)
                    .or()
                    .areAssignableTo(EngagementCommand.class)
                    .or()
                    .areAssignableTo(SurgeryCommand.class)
                    .or()
                    .areAssignableTo(ProgrammeEvent.class)
                    .or()
                    .areAssignableTo(ProgrammeCommand.class)
                    .or()
                    .areAssignableTo(StrategyEvent.class)
                    .or()
                    .areAssignableTo(StrategyCommand.class)
                    .should()
                    .beRecords()
                    .orShould()
                    .beInterfaces()
                    .because("what was asked and what happened can't be changed afterwards");

    @ArchTest
    static final ArchRule the_packages_of_events_and_commands_hold_nothing_else =
            classes()
                    .that()
                    .resideInAnyPackage("..engagement.event", "..engagement.command")
                    .and()
                    .areTopLevelClasses()
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .and()
                    .doNotHaveSimpleName("Notice")
                    .should()
                    .beAssignableTo(EngagementEvent.class)
                    .orShould()
                    .beAssignableTo(EngagementCommand.class)
                    .because("their listing is the table of contents of an engagement's life");

    @ArchTest
    static final ArchRule a_name_says_what_a_thing_is_not_which_pattern_it_follows =
            noClasses()
                    .should()
                    .haveNameMatching(".*(Dto|DTO|Impl|Manager|Util|Utils|Helper)")
                    .because("people of the trade read these names, and none of them says so");

    @ArchTest
    static final ArchRule only_the_sealed_parents_are_called_command_or_event =
            noClasses()
                    .that()
                    .areNotInterfaces()
                    .should()
                    .haveNameMatching(".*(Command|Event)")
                    .because("a command is an imperative and an event a past tense already");

    private static boolean isIn(JavaAccess<?> access, String packagePrefix) {
        return access.getTargetOwner().getName().startsWith(packagePrefix);
    }

    private static boolean isNamed(JavaAccess<?> access, String... names) {
        return Set.of(names).contains(access.getTarget().getName());
    }
}

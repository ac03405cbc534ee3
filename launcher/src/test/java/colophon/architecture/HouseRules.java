package colophon.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static java.util.stream.Collectors.toUnmodifiableSet;

import colophon.architecture.wrong.colophon.circle.one.Chicken;
import colophon.architecture.wrong.colophon.commands.AwardService;
import colophon.architecture.wrong.colophon.commands.EnrollCommand;
import colophon.architecture.wrong.colophon.commands.RuleThatAsksAView;
import colophon.architecture.wrong.colophon.commands.RuleThatKnowsAxon;
import colophon.architecture.wrong.colophon.commands.RuleThatLocks;
import colophon.architecture.wrong.colophon.commands.RuleThatLooksAtTheClock;
import colophon.architecture.wrong.colophon.commands.UndocumentedApi;
import colophon.architecture.wrong.colophon.events.FactThatImportsSpring;
import colophon.architecture.wrong.colophon.events.FactWithADouble;
import colophon.architecture.wrong.colophon.events.StrayFact;
import colophon.architecture.wrong.colophon.events.Twin;
import colophon.architecture.wrong.colophon.hasty.HastyTest;
import colophon.architecture.wrong.colophon.storage.ReaderOfAnyClass;
import colophon.architecture.wrong.colophon.storage.ReaderOfJavaObjects;
import colophon.architecture.wrong.colophon.unmarked.ClassInAnUnmarkedPackage;
import colophon.architecture.wrong.colophon.views.AwardProperties;
import colophon.architecture.wrong.colophon.views.ViewThatAsksARule;
import colophon.architecture.wrong.colophon.views.ViewThatKnowsADriver;
import colophon.architecture.wrong.colophon.views.ViewThatKnowsAPage;
import colophon.architecture.wrong.colophon.views.ViewThatKnowsSpring;
import colophon.architecture.wrong.colophon.views.ViewThatKnowsTheStore;
import colophon.architecture.wrong.colophon.views.ViewThatKnowsWhoMay;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType;
import colophon.commands.loading.StreamType.StreamId;
import colophon.events.EventTypes;
import colophon.events.Stored;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.NullMarked;
import org.junit.platform.commons.annotation.Testable;
import org.springframework.web.bind.annotation.RequestMapping;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules that Maven's modules cannot enforce. */
final class HouseRules {

    private static final String FACTS = "..colophon.events..";
    private static final String DECISIONS = "..colophon.commands..";
    private static final String LOADING = "..colophon.commands.loading..";
    private static final String ANSWERS = "..colophon.views..";
    private static final String STORAGE = "..colophon.storage..";
    private static final String SECURITY = "..colophon.security..";
    private static final String WEB = "..colophon.web..";
    private static final String LAUNCHER = "..colophon.launcher..";
    private static final String[] FRAMEWORKS = {
        "org.springframework..", "org.axonframework..", "jakarta.servlet.."
    };

    /** Words that name a part by its technique, or say nothing. */
    private static final List<String> SAYS_NOTHING =
            List.of("Impl", "Service", "Manager", "Helper", "Util", "Utils", "Dto", "Entity");

    private static final Set<String> INEXACT =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double");

    private HouseRules() {}

    static Stream<HouseRule> all() {
        return Stream.of(
                onMain(
                        classes()
                                .that(resideInAnyPackage(FACTS))
                                .should()
                                .onlyDependOnClassesThat(
                                        resideInAnyPackage("java..", "org.jspecify..", FACTS))
                                .as("Facts import the JDK and JSpecify only"),
                        FactThatImportsSpring.class),
                onMain(
                        noClasses()
                                .that(resideInAnyPackage(DECISIONS))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(ANSWERS))
                                .as("Decisions do not know the answers"),
                        RuleThatAsksAView.class),
                onMain(
                        noClasses()
                                .that(resideInAnyPackage(ANSWERS))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(DECISIONS))
                                .as("Answers do not know the decisions"),
                        ViewThatAsksARule.class),
                onMain(
                        noClasses()
                                .that(areRules())
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(FRAMEWORKS))
                                .as("Rules know neither Spring nor Axon"),
                        RuleThatKnowsAxon.class),
                onMain(
                        noClasses()
                                .that(areRules())
                                .should()
                                .dependOnClassesThat(
                                        describe("load or lock streams", HouseRules::isOfLoading))
                                .as("Rules over several streams know them as States only"),
                        RuleThatLocks.class),
                onMain(
                        noClasses()
                                .that(areViews())
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(FRAMEWORKS))
                                .as("Views know neither Spring nor Axon"),
                        ViewThatKnowsSpring.class),
                onMain(
                        noClasses()
                                .that(resideOutsideOfPackages(STORAGE))
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage(
                                                "org.sqlite..",
                                                "java.sql..",
                                                "javax.sql..",
                                                "com.mongodb..",
                                                "org.bson.."))
                                .as("Only storage knows a database"),
                        ViewThatKnowsADriver.class),
                onMain(
                        noClasses()
                                .that(resideOutsideOfPackages(STORAGE, LAUNCHER))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(STORAGE))
                                .as("Only the launcher imports storage"),
                        ViewThatKnowsTheStore.class),
                onMain(
                        noClasses()
                                .that(resideOutsideOfPackages(WEB, LAUNCHER))
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(WEB))
                                .as("Only the launcher imports the pages"),
                        ViewThatKnowsAPage.class),
                onMain(
                        noClasses()
                                .that(resideOutsideOfPackages(SECURITY, STORAGE, LAUNCHER))
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage(
                                                SECURITY, "org.springframework.security.."))
                                .as("Decisions, answers and pages do not ask who may"),
                        ViewThatKnowsWhoMay.class),
                onMain(
                        slices().matching("..colophon.(**)")
                                .should()
                                .beFreeOfCycles()
                                // The list of all facts names them, and they name the annotation
                                // next to it.
                                .ignoreDependency(
                                        haveFullName("colophon.events.EventTypes"), alwaysTrue())
                                .as("Packages are free of cycles"),
                        Chicken.class),
                onMain(
                        classes()
                                .should(haveANameThatSaysSomething())
                                .as("No name ends in " + String.join(", ", SAYS_NOTHING)),
                        AwardService.class),
                onMain(
                        classes()
                                .that(resideOutsideOfPackages("colophon.benchmarks.."))
                                .should(haveANameOfTheirOwn())
                                .as("A simple name stands for one type"),
                        Twin.class),
                onMain(
                        classes()
                                .that(
                                        resideInAnyPackage(FACTS, DECISIONS)
                                                .and(
                                                        haveASimpleName(
                                                                name ->
                                                                        name.endsWith("Event")
                                                                                || name.endsWith(
                                                                                        "Command"))))
                                .should()
                                .beInterfaces()
                                .as(
                                        "Only the parent of the events of a stream is called an"
                                                + " Event, and nothing a Command"),
                        EnrollCommand.class),
                onMain(
                        classes()
                                .that()
                                .areAnnotatedWith(Stored.class)
                                .should(beListed())
                                .as(
                                        "Every event is about one stream, whose sealed parent lists"
                                                + " it"),
                        StrayFact.class),
                onMain(
                        classes()
                                .that(resideInAnyPackage(FACTS, DECISIONS, ANSWERS))
                                .should(countExactly())
                                .as("No float and no double near money"),
                        FactWithADouble.class),
                onMain(
                        noClasses()
                                .that(areRules())
                                .should()
                                .callCodeUnitWhere(
                                        describe(
                                                "asks for time or chance",
                                                call -> isUnforeseen(call.getTarget())))
                                .orShould()
                                .dependOnClassesThat(
                                        resideInAnyPackage("org.slf4j..", "java.util.logging.."))
                                .orShould()
                                .dependOnClassesThat(
                                        haveFullName("java.util.Date", "java.util.Random"))
                                .as("Rules take time and ids as arguments, and write no log"),
                        RuleThatLooksAtTheClock.class),
                onMain(
                        methods()
                                .that()
                                .areMetaAnnotatedWith(RequestMapping.class)
                                .should()
                                .beAnnotatedWith(Operation.class)
                                .as("Every endpoint says what it does"),
                        UndocumentedApi.class),
                onMain(
                        classes()
                                .should(liveInANullMarkedPackage())
                                .as("Every package is @NullMarked"),
                        ClassInAnUnmarkedPackage.class),
                onMain(
                        noClasses()
                                .should()
                                .dependOnClassesThat(
                                        haveFullName(
                                                "java.io.ObjectInputStream",
                                                "java.io.ObjectOutputStream",
                                                "com.thoughtworks.xstream.XStream",
                                                "org.axonframework.serialization.xml.XStreamSerializer",
                                                "org.axonframework.serialization.JavaSerializer"))
                                .as("Nothing reads or writes Java objects as such"),
                        ReaderOfJavaObjects.class),
                onMain(
                        noClasses()
                                .should()
                                .callCodeUnitWhere(
                                        describe(
                                                "lets JSON name a class",
                                                call -> letsJsonNameAClass(call.getTarget())))
                                .as("No JSON says which class it is made into"),
                        ReaderOfAnyClass.class),
                new HouseRule(
                        classes()
                                .that(haveTests())
                                .should(beFoundByTheBuild())
                                .as("A class with tests is called …Test")
                                .allowEmptyShould(true),
                        House.TESTS.that(resideOutsideOfPackages("colophon.architecture.wrong..")),
                        AwardProperties.class),
                new HouseRule(
                        classes()
                                .should(takeTheTimeItTakes())
                                .as(
                                        "No test measures time, sleeps, or gives up within a"
                                                + " minute")
                                .allowEmptyShould(true),
                        House.TESTS.that(
                                resideOutsideOfPackages(
                                        "colophon.architecture.wrong..",
                                        // This package waits for the program with a clock.
                                        "colophon.system.driver..")),
                        HastyTest.class));
    }

    private static HouseRule onMain(ArchRule rule, Class<?> brokenBy) {
        return new HouseRule(rule.allowEmptyShould(true), House.MAIN, brokenBy);
    }

    /** The command side without its adapters: the classes that decide. */
    private static DescribedPredicate<JavaClass> areRules() {
        return describe(
                "are rules",
                type ->
                        resideInAnyPackage(DECISIONS).test(type)
                                && !resideInAnyPackage(
                                                LOADING,
                                                "..colophon.commands.gateway..",
                                                "..colophon.commands.access..",
                                                "..colophon.commands.reply..",
                                                "..colophon.commands.imports.rows..",
                                                "..colophon.commands.imports.running..",
                                                "..colophon.commands.imports.api..",
                                                "..colophon.api.request..")
                                        .test(type)
                                && !isShell(
                                        type,
                                        "Api",
                                        "CommandHandler",
                                        "Configuration",
                                        "Projection"));
    }

    /** Everything around the live unit of work: the state store, its locks, its clock. */
    private static boolean isOfLoading(JavaClass type) {
        return resideInAnyPackage(LOADING).test(type)
                && !Set.of(
                                States.class.getName(),
                                StreamType.class.getName(),
                                StreamId.class.getName())
                        .contains(type.getName());
    }

    private static DescribedPredicate<JavaClass> areViews() {
        return describe(
                "are views",
                type ->
                        resideInAnyPackage(ANSWERS).test(type)
                                && !resideInAnyPackage("..colophon.views.reading..").test(type)
                                && !isShell(
                                        type, "Recording", "Api", "Configuration", "Projection"));
    }

    private static boolean isShell(JavaClass type, String... endings) {
        return Stream.of(endings).anyMatch(outermost(type).getSimpleName()::endsWith);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HouseRules::outermost).orElse(type);
    }

    private static boolean letsJsonNameAClass(CodeUnitCallTarget target) {
        return target.getName().startsWith("activateDefaultTyping")
                || target.getName().startsWith("enableDefaultTyping")
                || target.getName().equals("setDefaultTyping");
    }

    private static boolean isUnforeseen(CodeUnitCallTarget target) {
        var owner = target.getOwner().getFullName();
        var called = target.getName();
        if (owner.startsWith("java.time.") && called.equals("now")) return true;
        if (owner.equals(Clock.class.getName())) return true;
        if (owner.equals(ZoneId.class.getName()) && called.equals("systemDefault")) return true;
        return Set.of(
                        "java.lang.System.currentTimeMillis",
                        "java.lang.System.nanoTime",
                        "java.lang.Math.random",
                        "java.util.UUID.randomUUID",
                        "colophon.api.request.Identifiers.random")
                .contains(owner + "." + called);
    }

    private static DescribedPredicate<JavaClass> haveFullName(String... names) {
        return describe(
                "are " + String.join(", ", names),
                type -> List.of(names).contains(type.getFullName()));
    }

    private static DescribedPredicate<JavaClass> haveASimpleName(Predicate<String> fits) {
        return describe("have such a name", type -> fits.test(type.getSimpleName()));
    }

    private static DescribedPredicate<JavaClass> haveTests() {
        return describe(
                "have tests",
                type ->
                        !type.getModifiers().contains(JavaModifier.ABSTRACT)
                                && type.getAllMethods().stream()
                                        .anyMatch(
                                                method ->
                                                        method.isMetaAnnotatedWith(
                                                                Testable.class)));
    }

    private static ArchCondition<JavaClass> beFoundByTheBuild() {
        return condition(
                "be found by the build",
                type -> outermost(type).getSimpleName().endsWith("Test"),
                "has tests that are never run: its name does not end in Test");
    }

    private static ArchCondition<JavaClass> takeTheTimeItTakes() {
        return new ArchCondition<>("take the time it takes") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var haste : HastyTiming.in(type))
                    events.add(
                            SimpleConditionEvent.violated(type, type.getFullName() + ", " + haste));
            }
        };
    }

    private static ArchCondition<JavaClass> haveANameThatSaysSomething() {
        return condition(
                "have a name that says something",
                type -> SAYS_NOTHING.stream().noneMatch(type.getSimpleName()::endsWith),
                "has a name that says nothing");
    }

    /** Only a rule and its view may share a name: both speak of the same subject. */
    private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
        return new ArchCondition<>("have a name of their own") {
            private final Map<String, JavaClass> first = new HashMap<>();

            @Override
            public void init(Collection<JavaClass> all) {
                first.clear();
            }

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.isTopLevelClass() || type.getSimpleName().equals("package-info")) return;
                var other = first.putIfAbsent(type.getSimpleName(), type);
                if (other == null || isRuleAndView(type, other) || isRuleAndView(other, type))
                    return;
                events.add(
                        SimpleConditionEvent.violated(
                                type, type.getName() + " and " + other.getName()));
            }
        };
    }

    private static boolean isRuleAndView(JavaClass rule, JavaClass view) {
        return resideInAnyPackage(DECISIONS).test(rule) && resideInAnyPackage(ANSWERS).test(view);
    }

    private static ArchCondition<JavaClass> beListed() {
        var listed = EventTypes.all().collect(toUnmodifiableSet());
        return condition(
                "be listed",
                type -> listed.contains(type.reflect()),
                "is permitted by no sealed parent that EventTypes knows");
    }

    private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
        return condition(
                "live in a @NullMarked package",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class),
                "is in a package without a @NullMarked package-info");
    }

    private static ArchCondition<JavaClass> countExactly() {
        return new ArchCondition<>("count exactly") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                inexactMembersOf(type)
                        .forEach(
                                member ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        type, member + " is not exact")));
                type.getCodeUnitCallsFromSelf().stream()
                        .filter(
                                call ->
                                        Set.of("doubleValue", "floatValue")
                                                .contains(call.getName()))
                        .forEach(
                                call ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        type, call.getDescription())));
            }
        };
    }

    private static Stream<String> inexactMembersOf(JavaClass type) {
        Stream<JavaMember> fields =
                type.getFields().stream()
                        .filter(field -> isInexact(field.getRawType()))
                        .map(JavaMember.class::cast);
        Stream<JavaMember> code =
                type.getCodeUnits().stream()
                        .filter(unit -> mentionsInexact(unit))
                        .map(JavaMember.class::cast);
        return Stream.concat(fields, code).map(JavaMember::getFullName);
    }

    private static boolean mentionsInexact(JavaCodeUnit unit) {
        return isInexact(unit.getRawReturnType())
                || unit.getRawParameterTypes().stream().anyMatch(HouseRules::isInexact);
    }

    private static boolean isInexact(JavaClass type) {
        return INEXACT.contains(type.getBaseComponentType().getFullName());
    }

    private static ArchCondition<JavaClass> condition(
            String description, Predicate<JavaClass> holds, String otherwise) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!holds.test(type))
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getFullName() + " " + otherwise));
            }
        };
    }
}

package colophon.events.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Choose;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.MaxShared;
import colophon.events.requirement.Requirement.MaxTransferred;
import colophon.events.requirement.Requirement.MinimumGrade;
import colophon.events.requirement.Requirement.Units;
import colophon.events.requirement.Requirement.Within;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class RequirementFormTest {

    @Provide
    Arbitrary<Requirement> requirements() {
        return tree(3);
    }

    @Property(tries = 300)
    void reads_back_what_it_wrote(@ForAll("requirements") Requirement requirement) {
        assertThat(RequirementForm.read(RequirementForm.write(requirement))).isEqualTo(requirement);
    }

    @Property(tries = 300)
    void writes_what_every_json_library_knows(@ForAll("requirements") Requirement requirement) {
        plain(RequirementForm.write(requirement));
    }

    @Test
    void writes_the_form_of_the_api() {
        var requirement =
                new Within(
                        Period.ofYears(8),
                        new AllOf(
                                List.of(
                                        new Courses(5, new OfProgram()),
                                        new Courses(2, new OfInstitution()),
                                        new Courses(1, new OfList(Set.of("m-20"))))));

        assertThat(RequirementForm.write(requirement))
                .isEqualTo(
                        Map.of(
                                "allOf",
                                List.of(
                                        courses(5, "program"),
                                        courses(2, "any"),
                                        courses(1, List.of("m-20"))),
                                "within",
                                "P8Y"));
    }

    @Test
    void writes_limits_beside_the_node_and_units_as_a_number_or_a_text() {
        var requirement =
                new Within(
                        Period.ofYears(3),
                        new MinimumGrade(
                                "C",
                                new MaxShared(
                                        new BigDecimal("6.00"),
                                        new MaxTransferred(
                                                new BigDecimal("4.50"),
                                                new Units(
                                                        new BigDecimal("10"), new OfPathway())))));

        assertThat(RequirementForm.write(requirement))
                .isEqualTo(
                        Map.of(
                                "units",
                                Map.of("count", 10, "of", "pathway"),
                                "within",
                                "P3Y",
                                "minimumGrade",
                                "C",
                                "maxShared",
                                6,
                                "maxTransferred",
                                "4.5"));
    }

    @Test
    void writes_a_choice() {
        var requirement =
                new Choose(
                        1,
                        List.of(new Courses(1, new OfProgram()), new Courses(2, new OfProgram())));

        assertThat(RequirementForm.write(requirement))
                .isEqualTo(
                        Map.of(
                                "choose",
                                Map.of(
                                        "count",
                                        1,
                                        "of",
                                        List.of(courses(1, "program"), courses(2, "program")))));
    }

    @Test
    void reads_the_same_units_from_a_number_and_from_a_text() {
        assertThat(RequirementForm.read(units("9.00", "any")))
                .isEqualTo(RequirementForm.read(units(9, "any")));
        assertThat(RequirementForm.read(units(1000, "any"))).isInstanceOf(Units.class);
    }

    @Test
    void knows_whether_a_pathway_has_to_be_chosen() {
        assertThat(RequirementForm.read(units(9, "any")).hasPathways()).isFalse();
        assertThat(RequirementForm.read(choose(1, units(9, "pathway"))).hasPathways()).isTrue();
    }

    @Test
    void names_every_course_as_often_as_the_tree_does() {
        var one = new Courses(1, new OfList(Set.of("a")));
        var tree =
                new Within(
                        Period.ofYears(1),
                        new AllOf(
                                List.of(
                                        one,
                                        one,
                                        new Courses(1, new OfProgram()),
                                        new Courses(1, new OfList(Set.of("b"))))));
        assertThat(tree.courseIds()).containsExactlyInAnyOrder("a", "a", "b");
    }

    @Test
    void reads_a_tree_of_eight_levels_and_refuses_a_ninth() {
        assertThat(RequirementForm.read(nested(7))).isNotNull();
        refused(nested(8), "/allOf/0".repeat(8), "nested too deeply");
    }

    @Test
    void reads_up_to_the_limits() {
        assertThat(RequirementForm.read(courses(100, "any")))
                .isEqualTo(new Courses(100, new OfInstitution()));
        assertThat(RequirementForm.read(courses(500 - 400, ids(500)))).isInstanceOf(Courses.class);
        assertThat(
                        RequirementForm.read(
                                Map.of("allOf", Collections.nCopies(50, courses(1, "any")))))
                .isInstanceOf(AllOf.class);
        assertThat(RequirementForm.read(within("P100Y"))).isInstanceOf(Within.class);
        assertThat(RequirementForm.read(within("P1D"))).isInstanceOf(Within.class);
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refuses_a_mistake_at_its_place(@Nullable Object form, String pointer, String says) {
        refused(form, pointer, says);
    }

    static Stream<Arguments> malformed() {
        var one = courses(1, "program");
        return Stream.of(
                arguments(null, "", "must be an object"),
                arguments("courses", "", "must be an object"),
                arguments(5, "", "must be an object"),
                arguments(List.of(one), "", "must be an object"),
                arguments(Map.of(), "", "exactly one of courses, units"),
                arguments(Map.of("within", "P8Y"), "", "exactly one of courses, units"),
                arguments(with(one, "allOf", List.of(one)), "", "exactly one of"),
                arguments(with(one, "anyOf", List.of()), "/anyOf", "not a part of a requirement"),
                arguments(with(one, "a/b~c", 1), "/a~1b~0c", "not a part of a requirement"),
                arguments(with(one, "", 1), "/", "not a part of a requirement"),
                arguments(Map.of("Courses", Map.of()), "/Courses", "not a part"),
                arguments(map("courses", null), "/courses", "must be an object"),
                arguments(Map.of("courses", 5), "/courses", "must be an object"),
                arguments(Map.of("courses", List.of()), "/courses", "must be an object"),
                arguments(Map.of("courses", Map.of()), "/courses/count", "from 1 to 100"),
                arguments(courses(0, "any"), "/courses/count", "from 1 to 100"),
                arguments(courses(-1, "any"), "/courses/count", "from 1 to 100"),
                arguments(courses(101, "any"), "/courses/count", "from 1 to 100"),
                arguments(courses("5", "any"), "/courses/count", "from 1 to 100"),
                arguments(courses(5.0, "any"), "/courses/count", "from 1 to 100"),
                arguments(courses(5L, "any"), "/courses/count", "from 1 to 100"),
                arguments(courses(1, "all"), "/courses/of", "\"program\""),
                arguments(courses(1, "Program"), "/courses/of", "\"program\""),
                arguments(courses(1, 5), "/courses/of", "\"program\""),
                arguments(courses(1, Map.of()), "/courses/of", "\"program\""),
                arguments(courses(1, List.of()), "/courses/of", "\"program\""),
                arguments(courses(1, ids(501)), "/courses/of", "\"program\""),
                arguments(Map.of("courses", Map.of("count", 1)), "/courses/of", "\"program\""),
                arguments(courses(1, List.of("a", "a")), "/courses/of", "each course once"),
                arguments(courses(1, List.of("a", 5)), "/courses/of", "by its id"),
                arguments(courses(1, Collections.singletonList(null)), "/courses/of", "by its id"),
                arguments(courses(3, List.of("a", "b")), "/courses/of", "fewer courses"),
                arguments(
                        Map.of("courses", with(inner(one), "from", 1)),
                        "/courses/from",
                        "not a part of courses"),
                arguments(with(one, "units", Map.of()), "", "exactly one of"),
                arguments(units(0, "any"), "/units/count", "above 0 up to 1000"),
                arguments(units("0.00", "any"), "/units/count", "above 0"),
                arguments(units(-1, "any"), "/units/count", "above 0"),
                arguments(units(1001, "any"), "/units/count", "above 0"),
                arguments(units("1000.01", "any"), "/units/count", "above 0"),
                arguments(units(1.5, "any"), "/units/count", "above 0"),
                arguments(units("1.555", "any"), "/units/count", "above 0"),
                arguments(units("1e2", "any"), "/units/count", "above 0"),
                arguments(units(" 1", "any"), "/units/count", "above 0"),
                arguments(units(9, "degree"), "/units/of", "\"pathway\""),
                arguments(Map.of("units", 9), "/units", "must be an object"),
                arguments(
                        Map.of("units", Map.of("count", 9, "of", "any", "min", 1)),
                        "/units/min",
                        "not a part of units"),
                arguments(choose(0, one), "/choose/count", "number of parts"),
                arguments(choose(2, one), "/choose/count", "number of parts"),
                arguments(choose("1", one), "/choose/count", "number of parts"),
                arguments(choose(1, "x"), "/choose/of/0", "must be an object"),
                arguments(choose(1, units(0, "any")), "/choose/of/0/units/count", "above 0"),
                arguments(Map.of("choose", List.of(one)), "/choose", "must be an object"),
                arguments(
                        Map.of("choose", Map.of("count", 1, "of", List.of())),
                        "/choose/of",
                        "list of 1 to 50"),
                arguments(with(one, "minimumGrade", "F"), "/minimumGrade", "from A+ to D-"),
                arguments(with(one, "minimumGrade", "c"), "/minimumGrade", "from A+ to D-"),
                arguments(with(one, "minimumGrade", 2), "/minimumGrade", "from A+ to D-"),
                arguments(with(one, "maxShared", -1), "/maxShared", "units from 0"),
                arguments(with(one, "maxShared", 1001), "/maxShared", "units from 0"),
                arguments(map(one, "maxShared", null), "/maxShared", "units from 0"),
                arguments(with(one, "maxTransferred", "six"), "/maxTransferred", "units from 0"),
                arguments(with(one, "maxTransferred", 1.5), "/maxTransferred", "units from 0"),
                arguments(map("allOf", null), "/allOf", "list of 1 to 50"),
                arguments(Map.of("allOf", one), "/allOf", "list of 1 to 50"),
                arguments(Map.of("allOf", List.of()), "/allOf", "list of 1 to 50"),
                arguments(
                        Map.of("allOf", Collections.nCopies(51, one)), "/allOf", "list of 1 to 50"),
                arguments(Map.of("allOf", List.of(one, "x")), "/allOf/1", "must be an object"),
                arguments(
                        Map.of("allOf", List.of(one, one, courses(0, "any"))),
                        "/allOf/2/courses/count",
                        "from 1 to 100"),
                arguments(
                        Map.of("allOf", List.of(Map.of("allOf", List.of(within("soon"))))),
                        "/allOf/0/allOf/0/within",
                        "ISO-8601"),
                arguments(map(one, "within", null), "/within", "ISO-8601"),
                arguments(within(""), "/within", "ISO-8601"),
                arguments(within("8Y"), "/within", "ISO-8601"),
                arguments(within("PT8H"), "/within", "ISO-8601"),
                arguments(within("P8.5Y"), "/within", "ISO-8601"),
                arguments(within("P99999999999Y"), "/within", "ISO-8601"),
                arguments(with(one, "within", 8), "/within", "ISO-8601"),
                arguments(within("P0D"), "/within", "between a day and 100 years"),
                arguments(within("P-1Y"), "/within", "between a day and 100 years"),
                arguments(within("-P1Y"), "/within", "between a day and 100 years"),
                arguments(within("P1Y-1D"), "/within", "between a day and 100 years"),
                arguments(within("P101Y"), "/within", "between a day and 100 years"),
                arguments(within("P1201M"), "/within", "between a day and 100 years"),
                arguments(within("P2147483647Y"), "/within", "between a day and 100 years"));
    }

    private static void refused(@Nullable Object form, String pointer, String says) {
        assertThatExceptionOfType(InvalidRequirement.class)
                .isThrownBy(() -> RequirementForm.read(form))
                .withMessageContaining(says)
                .returns(pointer, InvalidRequirement::pointer);
    }

    private static void plain(Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                assertThat(map.keySet()).allMatch(String.class::isInstance);
                map.values().forEach(RequirementFormTest::plain);
            }
            case List<?> list -> list.forEach(RequirementFormTest::plain);
            default -> assertThat(value).isInstanceOfAny(String.class, Integer.class);
        }
    }

    /**
     * A tree without a limit directly around a limit of the same kind, since the form cannot
     * express that.
     */
    private static Arbitrary<Requirement> tree(int depth) {
        Arbitrary<Requirement> capped =
                Combinators.combine(node(depth), amounts(0), amounts(0), Arbitraries.integers())
                        .as(RequirementFormTest::capped);
        Arbitrary<Requirement> graded =
                Combinators.combine(Arbitraries.of("A+", "C", "D-"), capped).as(MinimumGrade::new);
        var either = Arbitraries.oneOf(capped, graded);
        return Arbitraries.oneOf(either, Combinators.combine(periods(), either).as(Within::new));
    }

    private static Requirement capped(
            Requirement node, BigDecimal transferred, BigDecimal shared, int which) {
        var inner = (which & 1) == 0 ? node : new MaxTransferred(transferred, node);
        return (which & 2) == 0 ? inner : new MaxShared(shared, inner);
    }

    private static Arbitrary<BigDecimal> amounts(int least) {
        return Arbitraries.integers().between(least, 100_000).map(n -> BigDecimal.valueOf(n, 2));
    }

    private static Arbitrary<Requirement> node(int depth) {
        Arbitrary<Requirement> courses =
                Combinators.combine(Arbitraries.integers().between(1, 100), sets())
                        .as((count, of) -> new Courses(atMost(count, of), of));
        Arbitrary<Requirement> units = Combinators.combine(amounts(1), sets()).as(Units::new);
        if (depth == 0) return Arbitraries.oneOf(courses, units);
        var parts = tree(depth - 1).list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                courses,
                units,
                parts.map(AllOf::new),
                parts.map(some -> new Choose(some.size(), some)));
    }

    private static Arbitrary<CourseSet> sets() {
        return Arbitraries.oneOf(
                Arbitraries.just(new OfProgram()),
                Arbitraries.just(new OfInstitution()),
                Arbitraries.just(new OfPathway()),
                Arbitraries.strings()
                        .alpha()
                        .ofMinLength(1)
                        .ofMaxLength(8)
                        .set()
                        .ofMinSize(1)
                        .ofMaxSize(6)
                        .map(OfList::new));
    }

    private static Arbitrary<Period> periods() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(1, 30))
                .as(Period::of);
    }

    private static int atMost(int count, CourseSet of) {
        return of instanceof OfList list ? Math.min(count, list.courseIds().size()) : count;
    }

    private static Map<String, Object> nested(int levels) {
        Map<String, Object> form = courses(1, "program");
        for (int i = 0; i < levels; i++) form = Map.of("allOf", List.of(form));
        return form;
    }

    private static Map<String, Object> courses(Object count, Object of) {
        return Map.of("courses", Map.of("count", count, "of", of));
    }

    private static Map<String, Object> units(Object count, Object of) {
        return Map.of("units", Map.of("count", count, "of", of));
    }

    private static Map<String, Object> choose(Object count, Object part) {
        return Map.of("choose", Map.of("count", count, "of", List.of(part)));
    }

    private static Object inner(Map<String, Object> courses) {
        return courses.getOrDefault("courses", Map.of());
    }

    private static Map<String, Object> within(String period) {
        return with(courses(1, "program"), "within", period);
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "m-" + i).toList();
    }

    private static Map<String, Object> with(Object form, String key, Object value) {
        var changed = new HashMap<String, Object>();
        ((Map<?, ?>) form).forEach((name, part) -> changed.put(String.valueOf(name), part));
        changed.put(key, value);
        return changed;
    }

    private static Map<String, @Nullable Object> map(String key, @Nullable Object value) {
        return map(Map.of(), key, value);
    }

    private static Map<String, @Nullable Object> map(
            Map<String, Object> form, String key, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new HashMap<>(form);
        changed.put(key, value);
        return changed;
    }
}

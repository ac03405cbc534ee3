package colophon.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.security.Person;
import colophon.security.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A person with two roles has the rights of each. Limits to institutions hold for staff roles. */
class PairsOfRolesTest {

    private static final String OWN = "s-own";
    private static final Set<String> HERE = Set.of("here");

    private record Pair(Role one, Role other) {}

    private static Stream<Pair> pairs() {
        return Stream.of(Role.values())
                .flatMap(one -> Stream.of(Role.values()).map(other -> new Pair(one, other)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void are_admitted_where_one_of_them_is_and_with_those_roles_that_are(Pair pair) {
        for (var row : Matrix.ROWS)
            for (var institutions : List.of(Set.<String>of(), HERE)) {
                var both = person(institutions, pair.one, pair.other);
                var alone =
                        Stream.of(pair.one, pair.other)
                                .distinct()
                                .filter(role -> row.audience().admits(alone(role, institutions)))
                                .toList();
                assertThat(row.audience().admits(both))
                        .as(row.route() + " by " + both)
                        .isEqualTo(row.audience().anyone() || !alone.isEmpty());
                assertThat(row.audience().of(both))
                        .as(row.route() + " by " + both)
                        .isEqualTo(Set.copyOf(alone));
            }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void see_what_each_of_those_roles_sees(Pair pair) {
        for (var row : Matrix.ROWS)
            for (var institutions : List.of(Set.<String>of(), HERE)) {
                var roles = row.audience().of(person(institutions, pair.one, pair.other));
                if (roles.isEmpty()) continue;
                var both = new Look(person(institutions, roles.toArray(Role[]::new)));
                var alone =
                        roles.stream().map(role -> new Look(alone(role, institutions))).toList();
                var what = row.route() + " by " + both;
                for (var at : List.of("here", "there"))
                    assertThat(both.sees(at))
                            .as(what)
                            .isEqualTo(alone.stream().anyMatch(one -> one.sees(at)));
                for (var student : List.of(OWN, "s-other")) {
                    assertThat(both.isOwn(student))
                            .as(what)
                            .isEqualTo(alone.stream().anyMatch(one -> one.isOwn(student)));
                    for (var at : List.of(Set.<String>of(), HERE, Set.of("there")))
                        assertThat(both.seesAtOne(student, at))
                                .as(what)
                                .isEqualTo(
                                        alone.stream().anyMatch(one -> one.seesAtOne(student, at)));
                }
                assertThat(both.isWhole())
                        .as(what)
                        .isEqualTo(alone.stream().anyMatch(one -> one.isWhole()));
            }
    }

    @Test
    void a_bursar_of_one_institution_asks_about_themselves_as_every_student_does() {
        var bursar = person(HERE, Role.BURSAR, Role.STUDENT);
        for (var row : Matrix.ROWS)
            if (row.audience().roles().contains(Role.STUDENT) && !row.audience().anyone()) {
                assertThat(row.audience().admits(bursar)).as(row.route()).isTrue();
                var roles = row.audience().of(bursar);
                assertThat(new Look(person(HERE, roles.toArray(Role[]::new))).isOwn(OWN))
                        .as(row.route())
                        .isTrue();
            }
        // and counts only as a student where a bursar of one institution has no rights
        var opening = Matrix.row("POST", "/api/v1/students/{id}/amendments");
        assertThat(opening).isNotNull();
        assertThat(opening == null ? Set.of() : opening.audience().of(bursar))
                .isEqualTo(Set.of(Role.STUDENT));
    }

    private static Person alone(Role role, Set<String> institutions) {
        return person(role == Role.STUDENT ? Set.of() : institutions, role);
    }

    private static Person person(Set<String> institutions, Role... roles) {
        var all = EnumSet.noneOf(Role.class);
        all.addAll(List.of(roles));
        return new Person("p", Set.copyOf(all), institutions, OWN);
    }
}

package colophon.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.api.access.Actor;
import colophon.api.access.Role;

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
        for (var rule : AuthorizationMatrix.ROWS)
            for (var institutions : List.of(Set.<String>of(), HERE)) {
                var both = person(institutions, pair.one, pair.other);
                var alone =
                        Stream.of(pair.one, pair.other)
                                .distinct()
                                .filter(role -> rule.audience().admits(alone(role, institutions)))
                                .toList();
                assertThat(rule.audience().admits(both))
                        .as(rule.route() + " by " + both)
                        .isEqualTo(rule.audience().anyone() || !alone.isEmpty());
                assertThat(rule.audience().of(both))
                        .as(rule.route() + " by " + both)
                        .isEqualTo(Set.copyOf(alone));
            }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void see_what_each_of_those_roles_sees(Pair pair) {
        for (var rule : AuthorizationMatrix.ROWS)
            for (var institutions : List.of(Set.<String>of(), HERE)) {
                var roles = rule.audience().of(person(institutions, pair.one, pair.other));
                if (roles.isEmpty()) continue;
                var both = new PersonReadAccess(person(institutions, roles.toArray(Role[]::new)));
                var alone =
                        roles.stream()
                                .map(role -> new PersonReadAccess(alone(role, institutions)))
                                .toList();
                var what = rule.route() + " by " + both;
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
        for (var rule : AuthorizationMatrix.ROWS)
            if (rule.audience().roles().contains(Role.STUDENT) && !rule.audience().anyone()) {
                assertThat(rule.audience().admits(bursar)).as(rule.route()).isTrue();
                var roles = rule.audience().of(bursar);
                assertThat(
                                new PersonReadAccess(person(HERE, roles.toArray(Role[]::new)))
                                        .isOwn(OWN))
                        .as(rule.route())
                        .isTrue();
            }
        // and counts only as a student where a bursar of one institution has no rights
        var opening = AuthorizationMatrix.row("POST", "/api/v1/students/{id}/amendments");
        assertThat(opening).isNotNull();
        assertThat(opening == null ? Set.of() : opening.audience().of(bursar))
                .isEqualTo(Set.of(Role.STUDENT));
    }

    private static Actor alone(Role role, Set<String> institutions) {
        return person(role == Role.STUDENT ? Set.of() : institutions, role);
    }

    private static Actor person(Set<String> institutions, Role... roles) {
        var all = EnumSet.noneOf(Role.class);
        all.addAll(List.of(roles));
        return new Actor("p", Set.copyOf(all), institutions, OWN);
    }
}

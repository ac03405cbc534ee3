package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("io")
class ArchitectureTest {

    @ParameterizedTest
    @MethodSource("colophon.architecture.HouseRules#all")
    void the_house_keeps(HouseRule rule) {
        rule.rule().check(rule.over());
    }

    @ParameterizedTest
    @MethodSource("colophon.architecture.HouseRules#all")
    void a_class_made_for_it_breaks(HouseRule rule) {
        var report = rule.rule().evaluate(House.WRONG).getFailureReport();

        assertThat(report.getDetails()).anyMatch(d -> d.contains(rule.brokenBy().getSimpleName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "commands", "views", "storage", "launcher"})
    void the_rules_look_where_the_parts_are(String part) {
        assertThat(House.MAIN)
                .anyMatch(type -> type.getPackageName().startsWith("colophon." + part));
    }
}

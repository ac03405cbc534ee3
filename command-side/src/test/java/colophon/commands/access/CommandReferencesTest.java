package colophon.commands.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import colophon.commands.loading.HandlesCommands;
import colophon.commands.program.DefineCertificate;
import colophon.events.program.Pathway;
import colophon.events.requirement.CourseSet.OfList;

import org.axonframework.commandhandling.CommandHandler;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Tag("io")
class CommandReferencesTest {

    /** Every command that has a handler. */
    static List<Class<?>> commands() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(HandlesCommands.class));
        var commands = new ArrayList<Class<?>>();
        for (var found : scan.findCandidateComponents("colophon.commands")) {
            var desk =
                    ClassUtils.resolveClassName(
                            String.valueOf(found.getBeanClassName()),
                            CommandReferencesTest.class.getClassLoader());
            for (var method : desk.getDeclaredMethods())
                if (method.isAnnotationPresent(CommandHandler.class))
                    commands.add(method.getParameterTypes()[0]);
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void of_every_text_of_every_command_somebody_said_what_it_names(Class<?> command) {
        CommandReferences.requireKnown(command);
    }

    @Test
    void there_are_commands() {
        assertThat(commands()).hasSizeGreaterThan(40).contains(DefineCertificate.class);
    }

    record Plain(String studentId, String courseOfTheirs) {}

    record Listed(String studentId, List<String> others) {}

    record Deep(String studentId, List<Inner> inner) {}

    record Inner(LocalDate day, Set<Innermost> more) {}

    record Innermost(String thing) {}

    sealed interface Either permits One, Other {}

    record One(int count) implements Either {}

    record Other(String thing) implements Either {}

    record Chosen(Either either) {}

    record Mapped(Map<String, String> texts) {}

    record Anything(Object any) {}

    record Strangely(String strangeId) {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                Plain.class,
                Listed.class,
                Deep.class,
                Chosen.class,
                Mapped.class,
                Anything.class,
                Strangely.class
            })
    void a_text_of_which_nobody_said_it_is_refused_however_deep_it_is(Class<?> command) {
        assertThatIllegalStateException().isThrownBy(() -> CommandReferences.requireKnown(command));
    }

    @Test
    void courses_of_requirements_and_pathways_are_courses() {
        assertThat(CommandReferences.of(OfList.class, "courseIds")).contains(ReferenceKind.COURSE);
        assertThat(CommandReferences.of(Pathway.class, "courses")).contains(ReferenceKind.COURSE);
    }
}

package colophon.commands.student;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.privacy.Sealed;
import colophon.events.student.StudentRegistered;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;

class RegisterStudentTest {

    @Test
    void registers_a_student_with_sealed_names() {
        given(Student.STREAM)
                .when(state -> Student.decide(register("#1", "ada@example.org"), state))
                .then(registered("#1", "ada@example.org"));
    }

    @Test
    void registers_a_student_without_an_email() {
        given(Student.STREAM)
                .when(state -> Student.decide(register("#1", null), state))
                .then(registered("#1", null));
    }

    @Test
    void recognises_the_same_person_although_every_sealing_differs() {
        var sealedAgain =
                new RegisterStudent(
                        "s-1", new Sealed("other"), new Sealed("bytes"), new Sealed("now"), "#1");
        given(Student.STREAM, registered("#1", "ada@example.org"))
                .when(state -> Student.decide(sealedAgain, state))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_another_person() {
        given(Student.STREAM, registered("#1", "ada@example.org"))
                .when(state -> Student.decide(register("#2", "ada@example.org"), state))
                .thenRefused(ID_TAKEN, "s-1");
    }

    @Test
    void is_known_from_then_on_and_not_before() {
        var registered = registered("#1", null);
        assertThat(Student.require(given(Student.STREAM, registered).state(), "s-1").as())
                .isEqualTo(registered);
        given(Student.STREAM)
                .when(
                        state -> {
                            Student.require(state, "s-1");
                            return List.of();
                        })
                .thenRefused(STUDENT_NOT_FOUND, "s-1");
    }

    private static RegisterStudent register(String fingerprint, @Nullable String email) {
        return new RegisterStudent(
                "s-1", new Sealed("Ada"), new Sealed("Lovelace"), sealed(email), fingerprint);
    }

    private static StudentRegistered registered(String fingerprint, @Nullable String email) {
        return new StudentRegistered(
                "s-1", new Sealed("Ada"), new Sealed("Lovelace"), sealed(email), fingerprint);
    }

    private static @Nullable Sealed sealed(@Nullable String email) {
        return email == null ? null : new Sealed(email);
    }
}

package colophon.commands.credential;

import static colophon.commands.Reason.STUDENT_NOT_FOUND;
import static colophon.commands.credential.ConferralStreams.K1;
import static colophon.commands.credential.ConferralStreams.K2;
import static colophon.commands.credential.ConferralStreams.NOW;
import static colophon.commands.credential.ConferralStreams.TRANSCRIPT;
import static colophon.commands.credential.ConferralStreams.candidate;
import static colophon.commands.credential.ConferralStreams.completed;
import static colophon.commands.credential.ConferralStreams.completion;
import static colophon.commands.credential.ConferralStreams.conferred;
import static colophon.commands.credential.ConferralStreams.holder;
import static colophon.commands.credential.ConferralStreams.reversed;
import static colophon.commands.credential.CredentialFacts.TODAY;

import colophon.commands.loading.States;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialSuperseded;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.function.Consumer;

/** The certificates of a student follow the transcript. */
class AutomaticConferralTest {

    @Test
    void a_certificate_is_conferred_when_its_requirement_is_met() {
        completed("automatic")
                .whenDone(settled("s-1", NOW))
                .thenInAll(conferred("k-2", "e-1", null, TODAY), K2, TRANSCRIPT)
                .andNothingElse();
    }

    @Test
    void the_day_of_a_conferral_is_that_of_the_institution() {
        completed("automatic")
                .whenDone(settled("s-1", Instant.parse("2026-06-02T03:59:59Z")))
                .then(K2, conferred("k-2", "e-1", null, TODAY));
        completed("automatic")
                .whenDone(settled("s-1", Instant.parse("2026-06-02T04:00:00Z")))
                .then(K2, conferred("k-2", "e-1", null, TODAY.plusDays(1)));
    }

    @Test
    void nothing_is_conferred_before_the_requirement_is_met() {
        candidate("automatic").whenDone(settled("s-1", NOW)).thenNothing();
    }

    @Test
    void a_certificate_that_needs_an_approval_is_not_conferred() {
        completed("approval").whenDone(settled("s-1", NOW)).thenNothing();
    }

    @Test
    void a_certificate_that_the_transcript_supports_stays() {
        holder("automatic").whenDone(settled("s-1", NOW)).thenNothing();
    }

    @Test
    void a_certificate_that_lost_what_it_rests_on_is_revoked() {
        holder("automatic")
                .and(TRANSCRIPT, reversed("e-1"))
                .whenDone(settled("s-1", NOW))
                .thenInAll(
                        new CredentialRevoked("k-1", "s-1", "c-1", false, "typo", TODAY),
                        K1,
                        TRANSCRIPT)
                .andNothingElse();
    }

    @Test
    void a_certificate_that_is_still_earned_otherwise_is_superseded() {
        holder("automatic")
                .and(TRANSCRIPT, completion("e-2"), reversed("e-1"))
                .whenDone(settled("s-1", NOW))
                .thenInAll(conferred("k-2", "e-2", "k-1", TODAY), K2, TRANSCRIPT)
                .thenInAll(
                        new CredentialSuperseded("k-1", "s-1", "c-1", "k-2", "typo", TODAY),
                        K1,
                        TRANSCRIPT)
                .andNothingElse();
    }

    @Test
    void what_a_person_revoked_is_not_conferred_again() {
        ConferralStreams.revoked(
                        holder("automatic"),
                        new CredentialRevoked("k-1", "s-1", "c-1", true, "plagiarism", TODAY))
                .whenDone(settled("s-1", NOW))
                .thenNothing();
    }

    @Test
    void refuses_a_student_who_does_not_exist() {
        candidate("automatic").whenDone(settled("s-0", NOW)).thenRefused(STUDENT_NOT_FOUND, "s-0");
    }

    private static Consumer<States> settled(String studentId, Instant now) {
        return states -> new AutomaticConferral(states, () -> "k-2").settle(studentId, "typo", now);
    }
}

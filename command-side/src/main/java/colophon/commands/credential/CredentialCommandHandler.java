package colophon.commands.credential;

import colophon.api.request.Identifiers;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.student.Student;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.credential.CredentialState;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.time.LocalDate;

@Component
class CredentialCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final CredentialChanges changes;
    private final Today today;

    CredentialCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.changes = new CredentialChanges(states, Identifiers::random);
        this.today = today;
    }

    @CommandHandler
    CommandAnswer handle(ConferCertificate command) {
        lock(command.studentId());
        var conferral = changes.confer(command, today.now());
        return CommandAnswer.made(conferral.made(), held(conferral.credential().credentialId()));
    }

    @CommandHandler
    CommandAnswer handle(RevokeCredential command) {
        lock(Credential.require(states, command.credentialId()).studentId());
        changes.revoke(command, today.now());
        return CommandAnswer.ok(held(command.credentialId()));
    }

    @CommandHandler
    CommandAnswer handle(ReinstateCredential command) {
        lock(Credential.require(states, command.credentialId()).studentId());
        changes.reinstate(command, today.now());
        return CommandAnswer.ok(held(command.credentialId()));
    }

    private void lock(String studentId) {
        states.lock(Student.STREAM.stream(studentId), TranscriptRules.STREAM.stream(studentId));
    }

    private CredentialResult held(String credentialId) {
        var credential = states.read(Credential.STREAM.stream(credentialId));
        var as = Credential.require(credential, credentialId);
        return new CredentialResult(
                as.credentialId(),
                as.studentId(),
                as.certificateId(),
                as.requirementVersion(),
                as.conferredOn(),
                Credential.status(credential));
    }

    record CredentialResult(
            String id,
            String studentId,
            String certificateId,
            int requirementVersion,
            LocalDate conferredOn,
            CredentialState status) {}
}

package colophon.commands.credential;

import colophon.commands.gateway.CommandAnswer;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.student.Student;
import colophon.commands.transcript.TranscriptRules;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.time.LocalDate;

@Component
class CredentialCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final AutomaticConferral conferral;

    CredentialCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.conferral = new AutomaticConferral(states, today);
    }

    @CommandHandler
    CommandAnswer handle(ConferCertificate command) {
        lock(command.studentId());
        var transcript = states.read(TranscriptRules.STREAM.stream(command.studentId()));
        var before = transcript.conferral(command.certificateId());
        var conferred =
                conferral.confer(
                        command.studentId(), command.certificateId(), command.conferredOn());
        // A conferral changes which entries are shared, so other certificates may change too.
        if (before == null) conferral.settle(command.studentId(), "conferred");
        return CommandAnswer.made(before == null, held(conferred.credentialId()));
    }

    @CommandHandler
    CommandAnswer handle(RevokeCredential command) {
        var studentId = owner(command.credentialId());
        lock(studentId);
        // What it rested on is shared with the other certificates no more, or again.
        if (!conferral.revoke(command).isEmpty()) conferral.settle(studentId, command.reason());
        return CommandAnswer.ok(held(command.credentialId()));
    }

    @CommandHandler
    CommandAnswer handle(ReinstateCredential command) {
        var studentId = owner(command.credentialId());
        lock(studentId);
        // What it rested on is shared with the other certificates no more, or again.
        if (!conferral.reinstate(command).isEmpty()) conferral.settle(studentId, command.reason());
        return CommandAnswer.ok(held(command.credentialId()));
    }

    private String owner(String credentialId) {
        var stream = Credential.STREAM.stream(credentialId);
        return Credential.require(states.read(stream), credentialId).studentId();
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
            String status) {}
}

package colophon.commands.candidacy;

import colophon.commands.credential.ConferCertificate;
import colophon.commands.credential.Credential;
import colophon.commands.credential.ReinstateCredential;
import colophon.commands.credential.RevokeCredential;
import colophon.commands.credential.WhenMetThenConfer;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.student.Student;
import colophon.commands.transcript.Entries;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.time.LocalDate;

@Component
class CredentialDesk implements Desk {

    private final Subjects subjects;
    private final WhenMetThenConfer conferral;

    CredentialDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.conferral = new WhenMetThenConfer(subjects, today);
    }

    @CommandHandler
    Answer handle(ConferCertificate command) {
        lock(command.studentId());
        var transcript = subjects.read(Entries.SUBJECT.stream(command.studentId()));
        var before = transcript.conferral(command.certificateId());
        var conferred =
                conferral.confer(
                        command.studentId(), command.certificateId(), command.conferredOn());
        // A conferral changes which entries are shared, so other certificates may change too.
        if (before == null) conferral.settle(command.studentId(), "conferred");
        return Answer.made(before == null, held(conferred.credentialId()));
    }

    @CommandHandler
    Answer handle(RevokeCredential command) {
        var studentId = owner(command.credentialId());
        lock(studentId);
        // What it rested on is shared with the other certificates no more, or again.
        if (!conferral.revoke(command).isEmpty()) conferral.settle(studentId, command.reason());
        return Answer.ok(held(command.credentialId()));
    }

    @CommandHandler
    Answer handle(ReinstateCredential command) {
        var studentId = owner(command.credentialId());
        lock(studentId);
        // What it rested on is shared with the other certificates no more, or again.
        if (!conferral.reinstate(command).isEmpty()) conferral.settle(studentId, command.reason());
        return Answer.ok(held(command.credentialId()));
    }

    private String owner(String credentialId) {
        var stream = Credential.SUBJECT.stream(credentialId);
        return Credential.known(subjects.read(stream), credentialId).studentId();
    }

    private void lock(String studentId) {
        subjects.lock(Student.SUBJECT.stream(studentId), Entries.SUBJECT.stream(studentId));
    }

    private Held held(String credentialId) {
        var credential = subjects.read(Credential.SUBJECT.stream(credentialId));
        var as = Credential.known(credential, credentialId);
        return new Held(
                as.credentialId(),
                as.studentId(),
                as.certificateId(),
                as.requirementVersion(),
                as.conferredOn(),
                Credential.status(credential));
    }

    record Held(
            String id,
            String studentId,
            String certificateId,
            int requirementVersion,
            LocalDate conferredOn,
            String status) {}
}

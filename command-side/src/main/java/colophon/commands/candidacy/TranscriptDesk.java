package colophon.commands.candidacy;

import colophon.commands.credential.WhenMetThenConfer;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.program.Course;
import colophon.commands.student.Student;
import colophon.commands.transcript.Entries;
import colophon.commands.transcript.ShareCredit;
import colophon.commands.transcript.SubstituteCourse;
import colophon.commands.transcript.TransferCredit;
import colophon.commands.transcript.WaiveRequirement;
import colophon.commands.transcript.WithdrawEntry;
import colophon.events.program.CourseListed;
import colophon.events.progress.Transcript;
import colophon.events.transcript.TranscriptEvent;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.util.List;

/** A transcript entry and the certificate it earns or loses are one commit. */
@Component
class TranscriptDesk implements Desk {

    private final Subjects subjects;
    private final WhenMetThenConfer conferral;

    TranscriptDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.conferral = new WhenMetThenConfer(subjects, today);
    }

    @CommandHandler
    Answer handle(TransferCredit command) {
        var course = course(command.courseId());
        var transcript = locked(command.studentId());
        var day = conferral.day(course.institutionId());
        return made(
                command.studentId(),
                command.creditId(),
                command.reason(),
                Entries.decide(command, course, transcript, day));
    }

    @CommandHandler
    Answer handle(WaiveRequirement command) {
        var transcript = locked(command.studentId());
        var student = subjects.read(Student.SUBJECT.stream(command.studentId()));
        var candidacy = Student.candidacy(student, command.studentId(), command.certificateId());
        var version = candidacy.requirementVersion();
        var goal = conferral.goal(candidacy.as(), version, candidacy.pathway());
        var day = conferral.day(candidacy.as().institutionId());
        return made(
                command.studentId(),
                command.waiverId(),
                command.reason(),
                Entries.decide(command, version, goal, transcript, day));
    }

    @CommandHandler
    Answer handle(SubstituteCourse command) {
        var course = course(command.courseId());
        course(command.byCourseId());
        var transcript = locked(command.studentId());
        var student = subjects.read(Student.SUBJECT.stream(command.studentId()));
        Student.candidacy(student, command.studentId(), command.certificateId());
        var day = conferral.day(course.institutionId());
        return made(
                command.studentId(),
                command.substitutionId(),
                command.reason(),
                Entries.decide(command, course, transcript, day));
    }

    @CommandHandler
    Answer handle(ShareCredit command) {
        var transcript = locked(command.studentId());
        return made(
                command.studentId(),
                command.sharingId(),
                command.reason(),
                Entries.decide(command, transcript));
    }

    @CommandHandler
    Answer handle(WithdrawEntry command) {
        var transcript = locked(command.studentId());
        var decided = Entries.decide(command, transcript);
        made(command.studentId(), command.entryId(), command.reason(), decided);
        return Answer.ok(new Entry(command.entryId(), "withdrawn"));
    }

    private Answer made(String studentId, String id, String reason, List<TranscriptEvent> decided) {
        subjects.append(Entries.SUBJECT.stream(studentId), decided);
        if (!decided.isEmpty()) conferral.settle(studentId, reason);
        return Answer.made(!decided.isEmpty(), new Entry(id, "holds"));
    }

    private Transcript locked(String studentId) {
        var student = Student.SUBJECT.stream(studentId);
        var transcript = Entries.SUBJECT.stream(studentId);
        Student.known(subjects.read(student), studentId);
        subjects.lock(student, transcript);
        return subjects.read(transcript);
    }

    private CourseListed course(String id) {
        return Course.known(subjects.read(Course.SUBJECT.stream(id)), id);
    }

    record Entry(String id, String status) {}
}

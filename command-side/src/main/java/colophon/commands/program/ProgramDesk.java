package colophon.commands.program;

import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import colophon.commands.Refusal;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.institution.Institution;
import colophon.commands.program.RevisionPreview.Candidates;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.program.CertificateEvent;
import colophon.events.program.Pathway;
import colophon.events.program.ProgramOpened;
import colophon.events.program.RequirementRevised;
import colophon.events.requirement.Requirement;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

@Component
class ProgramDesk implements Desk {

    private final Subjects subjects;
    private final Today today;
    private final RevisionPreview preview;

    ProgramDesk(Subjects subjects, Today today, RevisionPreview preview) {
        this.subjects = subjects;
        this.today = today;
        this.preview = preview;
    }

    @CommandHandler
    Answer handle(OpenProgram command) {
        institution(command.institutionId());
        var stream = Program.SUBJECT.stream(command.programId());
        subjects.lock(stream);
        var decided = Program.decide(command, subjects.read(stream));
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Made(command.programId()));
    }

    @CommandHandler
    Answer handle(ListCourse command) {
        var program = program(command.programId());
        var stream = Course.SUBJECT.stream(command.courseId());
        subjects.lock(stream);
        var decided = Course.decide(command, program, subjects.read(stream));
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Made(command.courseId()));
    }

    @CommandHandler
    Answer handle(DefineCertificate command) {
        var program = program(command.programId());
        courses(command.requirement(), command.pathways(), program.institutionId());
        var day = today.in(institution(program.institutionId()).zone());
        var stream = Certificate.SUBJECT.stream(command.certificateId());
        subjects.lock(stream);
        var decided = Certificate.decide(command, program, subjects.read(stream), day);
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new CertificateMade(command.certificateId(), 1));
    }

    /** A preview goes through the same decision, and is then answered without a change. */
    @CommandHandler
    Answer handle(ReviseRequirement command) {
        var stream = Certificate.SUBJECT.stream(command.certificateId());
        var as = Certificate.known(subjects.read(stream), command.certificateId());
        courses(
                command.requirement(),
                requireNonNullElse(command.pathways(), List.of()),
                as.institutionId());
        subjects.lock(stream);
        var decided = Certificate.decide(command, subjects.read(stream));
        if (command.preview()) return Answer.ok(previewed(command, decided));
        subjects.append(stream, decided);
        var latest =
                Certificate.defined(subjects.read(stream), command.certificateId())
                        .versions()
                        .getLast();
        return Answer.ok(new CertificateMade(command.certificateId(), latest.number()));
    }

    private Previewed previewed(ReviseRequirement command, List<CertificateEvent> decided) {
        for (var event : decided)
            if (event instanceof RequirementRevised revised) {
                var pathways =
                        revised.pathways().stream()
                                .collect(toMap(Pathway::id, path -> Set.copyOf(path.courses())));
                var effect = preview.of(command.certificateId(), revised.requirement(), pathways);
                return new Previewed(
                        command.certificateId(),
                        revised.version(),
                        effect.wouldComplete(),
                        effect.wouldLose(),
                        effect.undecided());
            }
        var nobody = new Candidates(0, List.of());
        var stream = Certificate.SUBJECT.stream(command.certificateId());
        var versions = Certificate.defined(subjects.read(stream), stream.id()).versions();
        return new Previewed(stream.id(), versions.getLast().number(), nobody, nobody, nobody);
    }

    /** Refuses a requirement that names courses of another institution. */
    private void courses(Requirement requirement, List<Pathway> pathways, String institutionId) {
        Stream.concat(
                        requirement.courseIds(),
                        pathways.stream().flatMap(pathway -> pathway.courses().stream()))
                .distinct()
                .forEach(id -> course(id, institutionId));
    }

    private InstitutionRegistered institution(String id) {
        return Institution.known(subjects.read(Institution.SUBJECT.stream(id)), id);
    }

    private ProgramOpened program(String id) {
        return Program.known(subjects.read(Program.SUBJECT.stream(id)), id);
    }

    private void course(String id, String institutionId) {
        var course = Course.known(subjects.read(Course.SUBJECT.stream(id)), id);
        if (!course.institutionId().equals(institutionId))
            throw new Refusal(
                    OF_ANOTHER_INSTITUTION,
                    "Course "
                            + id
                            + " is of "
                            + course.institutionId()
                            + "; the requirement may name courses of "
                            + institutionId
                            + ".");
    }

    record Made(String id) {}

    record CertificateMade(String id, int requirementVersion) {}

    record Previewed(
            String id,
            int requirementVersion,
            Candidates wouldComplete,
            Candidates wouldLose,
            Candidates undecided) {}
}

package colophon.commands.program;

import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;

import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.toMap;

import colophon.commands.Refusal;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.program.RevisionPreview.Candidates;
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
class ProgramCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final Today today;
    private final RevisionPreview preview;

    ProgramCommandHandler(StateStore states, Today today, RevisionPreview preview) {
        this.states = states;
        this.today = today;
        this.preview = preview;
    }

    @CommandHandler
    CommandAnswer handle(OpenProgram command) {
        Institution.require(states, command.institutionId());
        var stream = Program.STREAM.stream(command.programId());
        states.lock(stream);
        var decided = Program.decide(command, states.read(stream));
        states.append(stream, decided);
        return CommandAnswer.made(!decided.isEmpty(), new ProgramResult(command.programId()));
    }

    @CommandHandler
    CommandAnswer handle(ListCourse command) {
        var program = program(command.programId());
        var stream = Course.STREAM.stream(command.courseId());
        states.lock(stream);
        var decided = Course.decide(command, program, states.read(stream));
        states.append(stream, decided);
        return CommandAnswer.made(!decided.isEmpty(), new ProgramResult(command.courseId()));
    }

    @CommandHandler
    CommandAnswer handle(DefineCertificate command) {
        var program = program(command.programId());
        courses(command.requirement(), command.pathways(), program.institutionId());
        var day = today.in(Institution.require(states, program.institutionId()).zone());
        var stream = Certificate.STREAM.stream(command.certificateId());
        states.lock(stream);
        var decided = Certificate.decide(command, program, states.read(stream), day);
        states.append(stream, decided);
        return CommandAnswer.made(
                !decided.isEmpty(), new CertificateResult(command.certificateId(), 1));
    }

    /** A preview goes through the same decision, and is then answered without a change. */
    @CommandHandler
    CommandAnswer handle(ReviseRequirement command) {
        var stream = Certificate.STREAM.stream(command.certificateId());
        var as = Certificate.require(states.read(stream), command.certificateId());
        courses(
                command.requirement(),
                requireNonNullElse(command.pathways(), List.of()),
                as.institutionId());
        states.lock(stream);
        var decided = Certificate.decide(command, states.read(stream));
        if (command.preview()) return CommandAnswer.ok(previewed(command, decided));
        states.append(stream, decided);
        var latest =
                Certificate.defined(states.read(stream), command.certificateId())
                        .versions()
                        .getLast();
        return CommandAnswer.ok(new CertificateResult(command.certificateId(), latest.number()));
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
        var stream = Certificate.STREAM.stream(command.certificateId());
        var versions = Certificate.defined(states.read(stream), stream.id()).versions();
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

    private ProgramOpened program(String id) {
        return Program.require(states.read(Program.STREAM.stream(id)), id);
    }

    private void course(String id, String institutionId) {
        var course = Course.require(states, id);
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

    record ProgramResult(String id) {}

    record CertificateResult(String id, int requirementVersion) {}

    record Previewed(
            String id,
            int requirementVersion,
            Candidates wouldComplete,
            Candidates wouldLose,
            Candidates undecided) {}
}

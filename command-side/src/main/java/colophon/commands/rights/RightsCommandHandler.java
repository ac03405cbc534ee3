package colophon.commands.rights;

import static colophon.commands.Reason.CORRECTIONS_DO_NOT_FIT;

import colophon.commands.Refusal;
import colophon.commands.erasure.Erasure;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.student.Student;
import colophon.events.privacy.Seals;
import colophon.events.rights.RightsEvent;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class RightsCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final Seals seals;
    private final CorrectionCommits commits;

    RightsCommandHandler(StateStore states, Seals seals, CorrectionCommits commits) {
        this.states = states;
        this.seals = seals;
        this.commits = commits;
    }

    @CommandHandler
    CommandAnswer handle(ChangeDirectoryOptOut command) {
        var rights = locked(command.studentId());
        states.append(rights, Rights.decide(command, states.read(rights)));
        return CommandAnswer.ok(new OptOutResult(command.studentId(), command.optedOut()));
    }

    @CommandHandler
    CommandAnswer handle(RequestAmendment command) {
        if (command.institutionId() != null) Institution.require(states, command.institutionId());
        var rights = locked(command.studentId());
        var texts = SealedTexts.of(seals, command.studentId(), command.wrong(), command.right());
        var decided = Rights.decide(command, texts, states.read(rights));
        states.append(rights, decided);
        return CommandAnswer.made(
                !decided.isEmpty(),
                new AmendmentResult(command.amendmentId(), command.studentId()));
    }

    @CommandHandler
    CommandAnswer handle(DecideAmendment command) {
        var rights = locked(command.studentId());
        var reason = SealedTexts.of(seals, command.studentId(), command.reason());
        var decided = Rights.decide(command, reason, states.read(rights));
        if (!decided.isEmpty()) requireAbout(command);
        states.append(rights, decided);
        return CommandAnswer.ok(new AmendmentResult(command.amendmentId(), command.studentId()));
    }

    /** A later reader of the decision must find the correction at the numbers it names. */
    private void requireAbout(DecideAmendment command) {
        for (long commit : command.corrections())
            if (!commits.isAbout(command.studentId(), commit))
                throw new Refusal(
                        CORRECTIONS_DO_NOT_FIT,
                        "There is no commit %d about student %s."
                                .formatted(commit, command.studentId()));
    }

    @CommandHandler
    CommandAnswer handle(PlaceStatement command) {
        var rights = locked(command.studentId());
        var text = SealedTexts.of(seals, command.studentId(), command.statement());
        states.append(rights, Rights.decide(command, text, states.read(rights)));
        return CommandAnswer.ok(new AmendmentResult(command.amendmentId(), command.studentId()));
    }

    /** Checks that the student exists before anything is sealed, since sealing would make a key. */
    private StreamId<Rights, RightsEvent> locked(String studentId) {
        var student = Student.require(states, studentId);
        if (student.erasure() instanceof Erasure.Erased) throw Erasure.erased(studentId);
        var rights = Rights.STREAM.stream(studentId);
        states.lock(rights);
        return rights;
    }

    record OptOutResult(String studentId, boolean optedOut) {}

    record AmendmentResult(String id, String studentId) {}
}

package colophon.commands.student;

import colophon.commands.erasure.ConfirmErasure;
import colophon.commands.erasure.Erasure;
import colophon.commands.erasure.RegisterErasedStudent;
import colophon.commands.erasure.RequestErasure;
import colophon.commands.erasure.WithdrawErasure;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.StreamType.StreamId;
import colophon.events.InstitutionLimits;
import colophon.events.student.StudentEvent;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;

@Component
class StudentCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final KnownStudents knownStudents;

    StudentCommandHandler(StateStore states, KnownStudents knownStudents) {
        this.states = states;
        this.knownStudents = knownStudents;
    }

    @CommandHandler
    CommandAnswer handle(RegisterStudent command) {
        var stream = Student.STREAM.stream(command.studentId());
        states.lock(stream);
        var before = states.read(stream);
        if (before instanceof Student.Known known && isAnothers(stream, known))
            throw Student.taken(command.studentId());
        var decided = Student.decide(command, before);
        states.append(stream, decided);
        return CommandAnswer.made(!decided.isEmpty(), new StudentResult(command.studentId()));
    }

    /**
     * True if the sender must not learn who this student is. The answer must then not confirm a
     * right guess either.
     */
    private boolean isAnothers(StreamId<Student, StudentEvent> stream, Student.Known known) {
        if (known.erasure() instanceof Erasure.Erased) return false;
        var limits =
                InstitutionLimits.read(
                        CurrentUnitOfWork.correlationData().get(InstitutionLimits.KEY));
        if (limits.isEmpty() || known.isCandidateAtOneOf(limits)) return false;
        return Collections.disjoint(
                        limits,
                        InstitutionLimits.read(states.origin(stream).get(InstitutionLimits.KEY)))
                && Collections.disjoint(limits, knownStudents.institutions(known.as().studentId()));
    }

    /** The key was destroyed, so a registration cannot be recognised as the same one. */
    @CommandHandler
    CommandAnswer handle(RegisterErasedStudent command) {
        throw Erasure.erased(command.studentId());
    }

    @CommandHandler
    CommandAnswer handle(RequestErasure command) {
        return settle(
                command.studentId(), "requested", erasure -> Erasure.decide(command, erasure));
    }

    @CommandHandler
    CommandAnswer handle(ConfirmErasure command) {
        return settle(command.studentId(), "erased", erasure -> Erasure.decide(command, erasure));
    }

    @CommandHandler
    CommandAnswer handle(WithdrawErasure command) {
        return settle(
                command.studentId(), "withdrawn", erasure -> Erasure.decide(command, erasure));
    }

    private CommandAnswer settle(
            String studentId, String status, Function<Erasure, List<StudentEvent>> decision) {
        var stream = Student.STREAM.stream(studentId);
        states.lock(stream);
        var known = Student.require(states.read(stream), studentId);
        var decided = decision.apply(known.erasure());
        states.append(stream, decided);
        var erased = known.erasure() instanceof Erasure.Erased;
        return CommandAnswer.ok(new ErasureResult(studentId, erased ? "erased" : status));
    }

    /**
     * @param status requested, erased or withdrawn
     */
    record ErasureResult(String studentId, String status) {}

    record StudentResult(String id) {}
}

package colophon.commands.student;

import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subject.Stream;
import colophon.commands.desk.Subjects;
import colophon.commands.erasure.ConfirmErasure;
import colophon.commands.erasure.Erasure;
import colophon.commands.erasure.RegisterErased;
import colophon.commands.erasure.RequestErasure;
import colophon.commands.erasure.WithdrawErasure;
import colophon.events.Limits;
import colophon.events.student.StudentEvent;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;

@Component
class StudentDesk implements Desk {

    private final Subjects subjects;

    StudentDesk(Subjects subjects) {
        this.subjects = subjects;
    }

    @CommandHandler
    Answer handle(RegisterStudent command) {
        var stream = Student.SUBJECT.stream(command.studentId());
        subjects.lock(stream);
        var before = subjects.read(stream);
        if (before instanceof Student.Known known && isAnothers(stream, known))
            throw Student.taken(command.studentId());
        var decided = Student.decide(command, before);
        subjects.append(stream, decided);
        return Answer.made(!decided.isEmpty(), new Made(command.studentId()));
    }

    /**
     * True if the sender must not learn who this student is. The answer must then not confirm a
     * right guess either.
     */
    private boolean isAnothers(Stream<Student, StudentEvent> stream, Student.Known known) {
        if (known.erasure() instanceof Erasure.Done) return false;
        var limits = Limits.read(CurrentUnitOfWork.correlationData().get(Limits.KEY));
        if (limits.isEmpty() || known.isCandidateAtOneOf(limits)) return false;
        return Collections.disjoint(limits, Limits.read(subjects.origin(stream).get(Limits.KEY)));
    }

    /** The key was destroyed, so a registration cannot be recognised as the same one. */
    @CommandHandler
    Answer handle(RegisterErased command) {
        throw Erasure.erased(command.studentId());
    }

    @CommandHandler
    Answer handle(RequestErasure command) {
        return settle(
                command.studentId(), "requested", erasure -> Erasure.decide(command, erasure));
    }

    @CommandHandler
    Answer handle(ConfirmErasure command) {
        return settle(command.studentId(), "erased", erasure -> Erasure.decide(command, erasure));
    }

    @CommandHandler
    Answer handle(WithdrawErasure command) {
        return settle(
                command.studentId(), "withdrawn", erasure -> Erasure.decide(command, erasure));
    }

    private Answer settle(
            String studentId, String status, Function<Erasure, List<StudentEvent>> decision) {
        var stream = Student.SUBJECT.stream(studentId);
        subjects.lock(stream);
        var known = Student.known(subjects.read(stream), studentId);
        var decided = decision.apply(known.erasure());
        subjects.append(stream, decided);
        var erased = known.erasure() instanceof Erasure.Done;
        return Answer.ok(new Settled(studentId, erased ? "erased" : status));
    }

    /**
     * @param status requested, erased or withdrawn
     */
    record Settled(String studentId, String status) {}

    record Made(String id) {}
}

package colophon.commands.offering;

import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.institution.Institution;
import colophon.commands.program.Course;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.offering.OfferingScheduled;
import colophon.events.refund.RefundPolicy;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class OfferingDesk implements Desk {

    private final Subjects subjects;

    OfferingDesk(Subjects subjects) {
        this.subjects = subjects;
    }

    @CommandHandler
    Answer handle(ScheduleOffering command) {
        var course =
                Course.known(
                        subjects.read(Course.SUBJECT.stream(command.courseId())),
                        command.courseId());
        var institutionId = course.institutionId();
        var institution = institution(institutionId);
        Institution.accept(institution, command.tuition());
        if (command.deposit() != null) Institution.accept(institution, command.deposit());
        accept(institution, command.refundPolicy());
        var stream = Offering.SUBJECT.stream(command.offeringId());
        var prices = PriceList.SUBJECT.stream(institutionId);
        subjects.lock(stream, prices);
        var decided = Offering.decide(command, course, subjects.read(stream));
        subjects.append(stream, decided);
        for (var event : decided)
            if (event instanceof OfferingScheduled scheduled)
                subjects.append(prices, PriceList.list(scheduled));
        return Answer.made(!decided.isEmpty(), new Made(command.offeringId()));
    }

    @CommandHandler
    Answer handle(ReviseRefundPolicy command) {
        var stream = Offering.SUBJECT.stream(command.offeringId());
        var offering = Offering.known(subjects.read(stream), command.offeringId());
        accept(institution(offering.institutionId()), command.refundPolicy());
        subjects.lock(stream);
        subjects.append(stream, Offering.decide(command, subjects.read(stream)));
        var now = Offering.running(subjects.read(stream), command.offeringId()).refundPolicy();
        return Answer.ok(new Revised(command.offeringId(), now == null ? 0 : now.version()));
    }

    private InstitutionRegistered institution(String id) {
        return Institution.known(subjects.read(Institution.SUBJECT.stream(id)), id);
    }

    private static void accept(
            InstitutionRegistered institution, @Nullable RefundPolicy refundPolicy) {
        if (refundPolicy == null || refundPolicy.fee() == null) return;
        Institution.accept(institution, refundPolicy.fee());
    }

    record Made(String id) {}

    record Revised(String offeringId, int version) {}
}

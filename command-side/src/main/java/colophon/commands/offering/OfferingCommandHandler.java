package colophon.commands.offering;

import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.program.Course;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.refund.RefundPolicy;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.util.List;

@Component
class OfferingCommandHandler implements HandlesCommands {

    private final StateStore states;

    OfferingCommandHandler(StateStore states) {
        this.states = states;
    }

    @CommandHandler
    CommandAnswer handle(ScheduleOffering command) {
        var course = Course.require(states, command.courseId());
        var institutionId = course.institutionId();
        var institution = Institution.require(states, institutionId);
        Institution.accept(institution, command.tuition());
        if (command.deposit() != null) Institution.accept(institution, command.deposit());
        accept(institution, command.refundPolicy());
        var stream = Offering.STREAM.stream(command.offeringId());
        var prices = PriceList.STREAM.stream(institutionId);
        states.lock(stream, prices);
        var decided = Offering.decide(command, course, states.read(stream));
        states.append(List.of(stream, prices), decided);
        return CommandAnswer.made(!decided.isEmpty(), new OfferingResult(command.offeringId()));
    }

    @CommandHandler
    CommandAnswer handle(ReviseRefundPolicy command) {
        var stream = Offering.STREAM.stream(command.offeringId());
        var offering = Offering.require(states.read(stream), command.offeringId());
        accept(Institution.require(states, offering.institutionId()), command.refundPolicy());
        states.lock(stream);
        states.append(stream, Offering.decide(command, states.read(stream)));
        var now = Offering.running(states.read(stream), command.offeringId()).refundPolicy();
        return CommandAnswer.ok(
                new PolicyResult(command.offeringId(), now == null ? 0 : now.version()));
    }

    private static void accept(
            InstitutionRegistered institution, @Nullable RefundPolicy refundPolicy) {
        if (refundPolicy == null || refundPolicy.fee() == null) return;
        Institution.accept(institution, refundPolicy.fee());
    }

    record OfferingResult(String id) {}

    record PolicyResult(String offeringId, int version) {}
}

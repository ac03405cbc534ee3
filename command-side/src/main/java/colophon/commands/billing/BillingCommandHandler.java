package colophon.commands.billing;

import static colophon.commands.Reason.OF_ANOTHER_INSTITUTION;
import static colophon.commands.Reason.OF_ANOTHER_STUDENT;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.loading.Today;
import colophon.commands.student.Student;
import colophon.events.account.AccountEvent;
import colophon.events.account.ChargeKind;
import colophon.events.account.Instalment;
import colophon.events.ledger.Ledger;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;

@Component
class BillingCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final Today today;

    BillingCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.today = today;
    }

    @CommandHandler
    CommandAnswer handle(PostCharge command) {
        var day = day(command.studentId(), command.institutionId(), command.amount());
        var offeringId = offering(command);
        var stream = account(command.institutionId(), command.studentId());
        states.lock(stream);
        var decided = ChargeRules.decide(command, offeringId, states.read(stream), day);
        states.append(stream, decided);
        var charge = ChargeRules.require(states.read(stream), command.chargeId());
        return CommandAnswer.made(
                !decided.isEmpty(),
                new ChargeResult(
                        charge.chargeId(),
                        charge.kind(),
                        charge.amount(),
                        charge.chargedOn(),
                        charge.dueOn()));
    }

    @CommandHandler
    CommandAnswer handle(ReduceCharge command) {
        var day = day(command.studentId(), command.institutionId(), command.amount());
        var stream = account(command.institutionId(), command.studentId());
        states.lock(stream);
        states.append(stream, ChargeRules.decide(command, states.read(stream), day));
        var left = ChargeRules.remaining(states.read(stream), command.chargeId());
        return CommandAnswer.ok(new ReductionResult(command.chargeId(), left));
    }

    @CommandHandler
    CommandAnswer handle(AgreePlan command) {
        for (var instalment : command.instalments())
            day(command.studentId(), command.institutionId(), instalment.amount());
        var day = day(command.studentId(), command.institutionId(), null);
        var stream = account(command.institutionId(), command.studentId());
        states.lock(stream);
        var decided = PlanRules.decide(command, states.read(stream), day);
        states.append(stream, decided);
        return CommandAnswer.made(
                !decided.isEmpty(), new PlanResult(command.planId(), command.instalments()));
    }

    @CommandHandler
    CommandAnswer handle(EndPlan command) {
        var day = day(command.studentId(), command.institutionId(), null);
        var stream = account(command.institutionId(), command.studentId());
        states.lock(stream);
        states.append(stream, PlanRules.decide(command, states.read(stream), day));
        return CommandAnswer.ok(new BillingResult(command.planId(), "ended"));
    }

    @CommandHandler
    CommandAnswer handle(LockAllocation command) {
        var day = day(command.studentId(), command.institutionId(), command.amount());
        var stream = account(command.institutionId(), command.studentId());
        states.lock(stream);
        var decided = LockRules.decide(command, states.read(stream), day);
        states.append(stream, decided);
        return CommandAnswer.made(
                !decided.isEmpty(), new BillingResult(command.lockId(), "locked"));
    }

    @CommandHandler
    CommandAnswer handle(UnlockAllocation command) {
        var day = day(command.studentId(), command.institutionId(), null);
        var stream = account(command.institutionId(), command.studentId());
        states.lock(stream);
        states.append(stream, LockRules.decide(command, states.read(stream), day));
        return CommandAnswer.ok(new BillingResult(command.lockId(), "unlocked"));
    }

    /**
     * Today at the institution. Refused if the institution or student does not exist or the amount
     * is in another currency.
     */
    private LocalDate day(String studentId, String institutionId, @Nullable Money amount) {
        Student.require(states, studentId);
        var institution = Institution.require(states, institutionId);
        if (amount != null) Institution.accept(institution, amount);
        return today.in(institution.zone());
    }

    private @Nullable String offering(PostCharge command) {
        var id = command.enrollmentId();
        if (id == null) return null;
        var enrolled = Enrollment.requireDetails(states.read(Enrollment.STREAM.stream(id)), id);
        if (!enrolled.studentId().equals(command.studentId()))
            throw new Refusal(
                    OF_ANOTHER_STUDENT,
                    "Enrollment " + id + " is not of student " + command.studentId() + ".");
        if (!enrolled.institutionId().equals(command.institutionId()))
            throw new Refusal(
                    OF_ANOTHER_INSTITUTION,
                    "Enrollment " + id + " is not at " + command.institutionId() + ".");
        return enrolled.offeringId();
    }

    private static StreamId<Ledger, AccountEvent> account(String institutionId, String studentId) {
        return Account.STREAM.stream(Account.id(institutionId, studentId));
    }

    record ChargeResult(
            String id, ChargeKind kind, Money amount, LocalDate chargedOn, LocalDate dueOn) {}

    /** {@code left} is what is left of the charge. */
    record ReductionResult(String id, Money left) {}

    record PlanResult(String id, List<Instalment> instalments) {}

    record BillingResult(String id, String status) {}
}

package colophon.commands.payment;

import colophon.commands.account.Account;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.student.Student;
import colophon.events.money.Money;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.util.List;

@Component
class PaymentCommandHandler implements HandlesCommands {

    private final StateStore states;
    private final Today today;

    PaymentCommandHandler(StateStore states, Today today) {
        this.states = states;
        this.today = today;
    }

    @CommandHandler
    CommandAnswer handle(ReceivePayment command) {
        Student.require(states, command.studentId());
        var institution = Institution.require(states, command.institutionId());
        Institution.accept(institution, command.amount());
        var stream = Payment.STREAM.stream(command.paymentId());
        var account = Account.stream(command.institutionId(), command.studentId());
        states.lock(stream, account);
        var decided = Payment.decide(command, states.read(stream), today.in(institution.zone()));
        states.append(List.of(stream, account), decided);
        return CommandAnswer.made(
                !decided.isEmpty(), new PaymentResult(command.paymentId(), command.amount()));
    }

    @CommandHandler
    CommandAnswer handle(RefundPayment command) {
        var stream = Payment.STREAM.stream(command.paymentId());
        var as = Payment.require(states.read(stream), command.paymentId());
        var institution = Institution.require(states, as.institutionId());
        Institution.accept(institution, command.amount());
        var account = Account.stream(as.institutionId(), as.studentId());
        states.lock(stream, account);
        var decided = Payment.decide(command, states.read(stream), today.in(institution.zone()));
        states.append(List.of(stream, account), decided);
        return CommandAnswer.made(
                !decided.isEmpty(),
                new RefundResult(command.refundId(), command.paymentId(), command.amount()));
    }

    @CommandHandler
    CommandAnswer handle(ReversePayment command) {
        var stream = Payment.STREAM.stream(command.paymentId());
        var as = Payment.require(states.read(stream), command.paymentId());
        var account = Account.stream(as.institutionId(), as.studentId());
        states.lock(stream, account);
        var day = today.in(Institution.require(states, as.institutionId()).zone());
        var decided = Payment.decide(command, states.read(stream), day);
        states.append(List.of(stream, account), decided);
        return CommandAnswer.ok(new PaymentReversalResult(as.paymentId(), "reversed", as.amount()));
    }

    record PaymentResult(String id, Money amount) {}

    record PaymentReversalResult(String id, String status, Money amount) {}

    record RefundResult(String id, String paymentId, Money amount) {}
}

package colophon.commands.payment;

import colophon.commands.account.Account;
import colophon.commands.gateway.CommandAnswer;
import colophon.commands.institution.Institution;
import colophon.commands.loading.HandlesCommands;
import colophon.commands.loading.StateStore;
import colophon.commands.loading.Today;
import colophon.commands.student.Student;
import colophon.events.account.PaymentPosted;
import colophon.events.account.PaymentReversalPosted;
import colophon.events.money.Money;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;

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

    /** Payment and posting are one commit. */
    @CommandHandler
    CommandAnswer handle(ReceivePayment command) {
        Student.require(states, command.studentId());
        var institution = Institution.require(states, command.institutionId());
        Institution.accept(institution, command.amount());
        var stream = Payment.STREAM.stream(command.paymentId());
        var account = Account.stream(command.institutionId(), command.studentId());
        states.lock(stream, account);
        var decided = Payment.decide(command, states.read(stream), today.in(institution.zone()));
        states.append(stream, decided);
        for (var event : decided)
            if (event instanceof PaymentReceived received)
                states.append(account, List.of(posting(received)));
        return CommandAnswer.made(
                !decided.isEmpty(), new PaymentResult(command.paymentId(), command.amount()));
    }

    /** Refund and posting are one commit. */
    @CommandHandler
    CommandAnswer handle(RefundPayment command) {
        var stream = Payment.STREAM.stream(command.paymentId());
        var as = Payment.require(states.read(stream), command.paymentId());
        var institution = Institution.require(states, as.institutionId());
        Institution.accept(institution, command.amount());
        var account = Account.stream(as.institutionId(), as.studentId());
        states.lock(stream, account);
        var decided = Payment.decide(command, states.read(stream), today.in(institution.zone()));
        states.append(stream, decided);
        for (var event : decided)
            if (event instanceof PaymentRefunded refunded)
                states.append(account, List.of(Account.refund(as, refunded)));
        return CommandAnswer.made(
                !decided.isEmpty(),
                new RefundResult(command.refundId(), command.paymentId(), command.amount()));
    }

    /** Reversal and posting are one commit. */
    @CommandHandler
    CommandAnswer handle(ReversePayment command) {
        var stream = Payment.STREAM.stream(command.paymentId());
        var as = Payment.require(states.read(stream), command.paymentId());
        var account = Account.stream(as.institutionId(), as.studentId());
        states.lock(stream, account);
        var day = today.in(Institution.require(states, as.institutionId()).zone());
        var decided = Payment.decide(command, states.read(stream), day);
        states.append(stream, decided);
        for (var event : decided)
            if (event instanceof PaymentReversed reversed)
                states.append(
                        account,
                        List.of(
                                new PaymentReversalPosted(
                                        as.institutionId(),
                                        as.studentId(),
                                        as.paymentId(),
                                        as.amount(),
                                        reversed.reason(),
                                        reversed.reversedOn())));
        return CommandAnswer.ok(new PaymentReversalResult(as.paymentId(), "reversed", as.amount()));
    }

    private static PaymentPosted posting(PaymentReceived e) {
        return new PaymentPosted(
                e.institutionId(),
                e.studentId(),
                e.paymentId(),
                e.amount(),
                e.payer(),
                e.method(),
                e.reference(),
                e.receivedOn());
    }

    record PaymentResult(String id, Money amount) {}

    record PaymentReversalResult(String id, String status, Money amount) {}

    record RefundResult(String id, String paymentId, Money amount) {}
}

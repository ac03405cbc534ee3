package colophon.commands.payment;

import colophon.commands.account.Account;
import colophon.commands.desk.Answer;
import colophon.commands.desk.Desk;
import colophon.commands.desk.Subjects;
import colophon.commands.desk.Today;
import colophon.commands.institution.Institution;
import colophon.commands.student.Student;
import colophon.events.account.PaymentPosted;
import colophon.events.account.PaymentReversalPosted;
import colophon.events.account.RefundPosted;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.money.Money;
import colophon.events.payment.PaymentReceived;
import colophon.events.payment.PaymentRefunded;
import colophon.events.payment.PaymentReversed;

import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

import java.util.List;

@Component
class PaymentDesk implements Desk {

    private final Subjects subjects;
    private final Today today;

    PaymentDesk(Subjects subjects, Today today) {
        this.subjects = subjects;
        this.today = today;
    }

    /** Payment and posting are one commit. */
    @CommandHandler
    Answer handle(ReceivePayment command) {
        Student.known(
                subjects.read(Student.SUBJECT.stream(command.studentId())), command.studentId());
        var institution = institution(command.institutionId());
        Institution.accept(institution, command.amount());
        var stream = Payment.SUBJECT.stream(command.paymentId());
        var account =
                Account.SUBJECT.stream(Account.id(command.institutionId(), command.studentId()));
        subjects.lock(stream, account);
        var decided = Payment.decide(command, subjects.read(stream), today.in(institution.zone()));
        subjects.append(stream, decided);
        for (var event : decided)
            if (event instanceof PaymentReceived received)
                subjects.append(account, List.of(posting(received)));
        return Answer.made(!decided.isEmpty(), new Made(command.paymentId(), command.amount()));
    }

    /** Refund and posting are one commit. */
    @CommandHandler
    Answer handle(Refund command) {
        var stream = Payment.SUBJECT.stream(command.paymentId());
        var as = Payment.known(subjects.read(stream), command.paymentId());
        var institution = institution(as.institutionId());
        Institution.accept(institution, command.amount());
        var account = Account.SUBJECT.stream(Account.id(as.institutionId(), as.studentId()));
        subjects.lock(stream, account);
        var decided = Payment.decide(command, subjects.read(stream), today.in(institution.zone()));
        subjects.append(stream, decided);
        for (var event : decided)
            if (event instanceof PaymentRefunded refunded)
                subjects.append(account, List.of(posting(as, refunded)));
        return Answer.made(
                !decided.isEmpty(),
                new Refunded(command.refundId(), command.paymentId(), command.amount()));
    }

    /** Reversal and posting are one commit. */
    @CommandHandler
    Answer handle(ReversePayment command) {
        var stream = Payment.SUBJECT.stream(command.paymentId());
        var as = Payment.known(subjects.read(stream), command.paymentId());
        var account = Account.SUBJECT.stream(Account.id(as.institutionId(), as.studentId()));
        subjects.lock(stream, account);
        var day = today.in(institution(as.institutionId()).zone());
        var decided = Payment.decide(command, subjects.read(stream), day);
        subjects.append(stream, decided);
        for (var event : decided)
            if (event instanceof PaymentReversed reversed)
                subjects.append(
                        account,
                        List.of(
                                new PaymentReversalPosted(
                                        as.institutionId(),
                                        as.studentId(),
                                        as.paymentId(),
                                        as.amount(),
                                        reversed.reason(),
                                        reversed.reversedOn())));
        return Answer.ok(new Reversed(as.paymentId(), "reversed", as.amount()));
    }

    private InstitutionRegistered institution(String id) {
        return Institution.known(subjects.read(Institution.SUBJECT.stream(id)), id);
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

    private static RefundPosted posting(PaymentReceived payment, PaymentRefunded e) {
        return new RefundPosted(
                payment.institutionId(),
                payment.studentId(),
                e.paymentId(),
                e.refundId(),
                e.amount(),
                payment.payer(),
                e.reason(),
                e.refundedOn());
    }

    record Made(String id, Money amount) {}

    record Reversed(String id, String status, Money amount) {}

    record Refunded(String id, String paymentId, Money amount) {}
}

package colophon.views.history.text;

import colophon.events.EventDetails;
import colophon.events.account.AccountPosting;
import colophon.events.award.AwardEvent;
import colophon.events.credential.CredentialEvent;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.expense.ExpenseEvent;
import colophon.events.fund.FundChange;
import colophon.events.imports.ImportEvent;
import colophon.events.institution.InstitutionEvent;
import colophon.events.offering.OfferingEvent;
import colophon.events.payment.PaymentEvent;
import colophon.events.program.CertificateEvent;
import colophon.events.program.CourseEvent;
import colophon.events.program.ProgramEvent;
import colophon.events.rights.RightsEvent;
import colophon.events.student.StudentEvent;
import colophon.events.transcript.TranscriptChange;
import colophon.views.history.text.money.AccountText;
import colophon.views.history.text.money.AwardText;
import colophon.views.history.text.money.ExpenseText;
import colophon.views.history.text.money.FundText;
import colophon.views.history.text.money.PaymentText;

import org.jspecify.annotations.Nullable;

/**
 * Answers: what happened, in plain words? The text never contains a person's name; viewers who may
 * read names get them beside it. Each stream has its texts in one place, as templates that {@link
 * TextTemplate} fills. The switches are exhaustive, so a new event needs its text before it
 * compiles.
 *
 * @param reason the stated reason, or null
 */
public record EventText(String text, @Nullable String reason) {

    /** The text of an event. Throws IllegalArgumentException for an unknown type. */
    public static EventText of(Object event) {
        if (!(event instanceof Record known)) throw unknown(event);
        return new EventText(
                TextTemplate.fill(template(event), known), EventDetails.reference(event, "reason"));
    }

    private static String template(Object event) {
        return switch (event) {
            case InstitutionEvent e -> InstitutionText.of(e);
            case ProgramEvent e -> ProgramText.of(e);
            case CourseEvent e -> CourseText.of(e);
            case CertificateEvent e -> CertificateText.of(e);
            case ImportEvent e -> ImportText.of(e);
            case OfferingEvent e -> OfferingText.of(e);
            case StudentEvent e -> StudentText.of(e);
            case TranscriptChange e -> TranscriptText.of(e);
            case CredentialEvent e -> CredentialText.of(e);
            case EnrollmentEvent e -> EnrollmentText.of(e);
            case AccountPosting e -> AccountText.of(e);
            case FundChange e -> FundText.of(e);
            case AwardEvent e -> AwardText.of(e);
            case PaymentEvent e -> PaymentText.of(e);
            case ExpenseEvent e -> ExpenseText.of(e);
            case RightsEvent e -> RightsText.of(e);
            default -> throw unknown(event);
        };
    }

    private static IllegalArgumentException unknown(Object event) {
        return new IllegalArgumentException("History knows no " + event.getClass().getSimpleName());
    }
}

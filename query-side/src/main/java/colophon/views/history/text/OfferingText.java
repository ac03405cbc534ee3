package colophon.views.history.text;

import colophon.events.offering.OfferingCancelled;
import colophon.events.offering.OfferingEvent;
import colophon.events.offering.OfferingScheduled;
import colophon.events.offering.RefundPolicyRevised;
import colophon.events.offering.SeatHeld;
import colophon.events.offering.SeatReleased;
import colophon.events.offering.SeatTaken;
import colophon.events.offering.WaitlistJoined;
import colophon.events.offering.WaitlistLeft;

/** The texts of the events of an offering. */
final class OfferingText {

    private OfferingText() {}

    static String of(OfferingEvent event) {
        return switch (event) {
            case OfferingScheduled _ ->
                    "Offering {offeringId} of course {courseId} will run from {startsOn} to"
                        + " {endsOn} with {capacity} seats at {tuition}[, including a deposit of"
                        + " {deposit}]";
            case SeatTaken _ ->
                    "A seat in offering {offeringId} went to student {studentId} for enrollment"
                            + " {enrollmentId}";
            case RefundPolicyRevised e ->
                    "Offering {offeringId} has version "
                            + e.refundPolicy().version()
                            + " of its refund policy";
            case SeatHeld _ ->
                    "A seat in offering {offeringId} is held for student {studentId} until"
                            + " {confirmBy}";
            case SeatReleased _ ->
                    "The seat of enrollment {enrollmentId} in offering {offeringId} is released";
            case WaitlistJoined _ ->
                    "Student {studentId} joined the waitlist of offering {offeringId}";
            case WaitlistLeft _ -> "Student {studentId} left the waitlist of offering {offeringId}";
            case OfferingCancelled _ -> "Offering {offeringId} is cancelled";
        };
    }
}

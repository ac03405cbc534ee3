package colophon.views.history.text.money;

import colophon.events.award.AlternatesRanked;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardEvent;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardPassedOn;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.award.AwardRevoked;

/** The texts of the events of an award. */
public final class AwardText {

    private AwardText() {}

    /** The template of an event, which its components fill. */
    public static String of(AwardEvent event) {
        return switch (event) {
            case AwardOffered e ->
                    "Award {awardId} of fund {fundId} is offered to student {studentId}: "
                            + (e.oneCourse() ? "one course, up to " : "")
                            + "{amount}[, only for enrollment {enrollmentId}][, until {expiresOn}]";
            case AwardAccepted e ->
                    "Award {awardId} of fund {fundId} is accepted and may pay up to {amount}"
                            + (e.oneCourse() ? " for one course" : "");
            case AwardReleased _ ->
                    "Award {awardId} is released: {returned} went back to fund {fundId}";
            case AwardRevoked _ ->
                    "Award {awardId} is revoked: {returned} went back to fund {fundId}";
            case AwardReduced _ ->
                    "Award {awardId} is worth {amount} from now on: {returned} went back to fund"
                            + " {fundId}";
            case AlternatesRanked _ ->
                    "If award {awardId} ends, the alternates in order are {studentIds}";
            case AwardPassedOn _ ->
                    "Award {awardId} is passed on to student {toStudentId} as award {toAwardId}";
        };
    }
}

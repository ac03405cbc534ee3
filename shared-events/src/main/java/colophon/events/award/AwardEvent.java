package colophon.events.award;

/** Everything that can happen to one award, in the order it usually happens. */
public sealed interface AwardEvent
        permits AwardOffered,
                AwardAccepted,
                AwardEnded,
                AwardReduced,
                AlternatesRanked,
                AwardPassedOn {

    /** The award this is about. */
    String awardId();

    /** The fund it is paid from. */
    String fundId();

    /** The student the award is for. */
    String studentId();
}

package colophon.commands.fund;

import static colophon.commands.campus.Sums.usd;

import colophon.events.award.AwardOffered;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundedBy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/** Events of one fund, for the tests of its commands. */
final class FundFacts {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private FundFacts() {}

    static FundEstablished with(String budget) {
        return established(budget, null, null, null);
    }

    static FundEstablished open(@Nullable LocalDate opensOn, @Nullable LocalDate closesOn) {
        return established("5000", opensOn, closesOn, null);
    }

    static FundEstablished allowing(int activeAwardsPerStudent) {
        return established("5000", null, null, activeAwardsPerStudent);
    }

    static AwardOffered held(String awardId, String studentId, String amount) {
        return heldUntil(awardId, studentId, amount, null);
    }

    static AwardOffered heldUntil(
            String awardId, String studentId, String amount, @Nullable LocalDate expiresOn) {
        return new AwardOffered(
                awardId,
                "f-1",
                studentId,
                "uva",
                null,
                usd(amount),
                false,
                Set.of(Coverage.TUITION),
                expiresOn,
                TODAY);
    }

    static AwardReduced reduced(String awardId, String studentId, String to, String by) {
        return new AwardReduced(
                awardId, "f-1", studentId, "uva", usd(to), usd(by), "too much", TODAY);
    }

    static AwardReleased released(String awardId, String studentId, String amount) {
        return new AwardReleased(awardId, "f-1", studentId, "uva", usd(amount), "moved", TODAY);
    }

    private static FundEstablished established(
            String budget,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate closesOn,
            @Nullable Integer activeAwardsPerStudent) {
        return new FundEstablished(
                "f-1",
                "uva",
                "Friends of the library",
                null,
                usd(budget),
                FundedBy.PROGRAM,
                Set.of(Coverage.TUITION),
                opensOn,
                closesOn,
                activeAwardsPerStudent,
                null);
    }
}

package colophon.commands.award;

import static colophon.commands.campus.Sums.usd;

import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardReleased;
import colophon.events.award.AwardRevoked;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundEstablished;
import colophon.events.fund.FundedBy;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Set;

/** Events of one award of 500, for the tests of its commands. */
final class AwardFacts {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private AwardFacts() {}

    static AwardOffered offered() {
        return offeredUntil(null);
    }

    static AwardOffered offeredUntil(@Nullable LocalDate expiresOn) {
        return AwardStreams.offer("a-1", "s-1", "500", expiresOn);
    }

    static AwardOffered oneCourse(String upTo) {
        return new AwardOffered(
                "a-1",
                "f-1",
                "s-1",
                "uva",
                null,
                usd(upTo),
                true,
                Set.of(Coverage.TUITION, Coverage.FEE),
                null,
                TODAY);
    }

    /** An offer that was accepted later. */
    static AwardAccepted accepted() {
        return AwardStreams.acceptance("500", null, false);
    }

    static AwardAccepted acceptedAtOnce() {
        return AwardStreams.acceptance("500", null, true);
    }

    static AwardReleased released(String reason) {
        return new AwardReleased("a-1", "f-1", "s-1", "uva", usd("500"), reason, TODAY);
    }

    static AwardRevoked revoked(String reason) {
        return new AwardRevoked("a-1", "f-1", "s-1", "uva", usd("500"), reason, TODAY);
    }

    static FundEstablished fund() {
        return new FundEstablished(
                "f-1",
                "uva",
                "Friends of the library",
                null,
                usd("5000"),
                FundedBy.PROGRAM,
                Set.of(Coverage.TUITION, Coverage.FEE),
                null,
                null,
                null,
                null);
    }
}

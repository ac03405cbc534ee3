package colophon.commands.award;

import static colophon.commands.Given.given;
import static colophon.commands.award.AwardFacts.TODAY;
import static colophon.commands.award.AwardFacts.fund;
import static colophon.commands.campus.Sums.USD;
import static colophon.commands.campus.Sums.usd;

import colophon.commands.GivenStreams;
import colophon.commands.account.Account;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.fund.Fund;
import colophon.commands.institution.Institution;
import colophon.commands.loading.StreamType.StreamId;
import colophon.commands.student.Student;
import colophon.events.account.AccountEvent;
import colophon.events.account.ChargeKind;
import colophon.events.account.ChargePosted;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardEvent;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardReduced;
import colophon.events.award.AwardReleased;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.enrollment.StudentEnrolled;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundEvent;
import colophon.events.institution.InstitutionRegistered;
import colophon.events.ledger.Ledger;
import colophon.events.privacy.Sealed;
import colophon.events.student.StudentRegistered;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;

/** Streams of fund f-1, with 5000 at institution uva, and of the students it may help. */
final class AwardStreams {

    static final StreamId<Fund, FundEvent> FUND = Fund.STREAM.stream("f-1");
    static final StreamId<Award, AwardEvent> AWARD = Award.STREAM.stream("a-1");
    static final StreamId<Ledger, AccountEvent> ACCOUNT = Account.stream("uva", "s-1");
    static final StreamId<Enrollment, EnrollmentEvent> ENROLLMENT = Enrollment.STREAM.stream("e-1");

    private AwardStreams() {}

    /** The fund, and student s-1 without any award. */
    static GivenStreams funded() {
        return given(
                        Institution.STREAM.stream("uva"),
                        new InstitutionRegistered("uva", "UVA", USD, ZoneId.of("America/New_York")))
                .and(
                        Student.STREAM.stream("s-1"),
                        new StudentRegistered(
                                "s-1", new Sealed("?"), new Sealed("?"), null, "print"))
                .and(FUND, fund());
    }

    /** Award a-1 of this amount is offered to student s-1. */
    static GivenStreams offered(String amount, @Nullable LocalDate expiresOn) {
        var offer = offer("a-1", "s-1", amount, expiresOn);
        return funded().and(AWARD, offer).and(ACCOUNT, offer).and(FUND, offer);
    }

    /** The same, accepted. */
    static GivenStreams accepted(String amount, @Nullable LocalDate expiresOn) {
        var acceptance = acceptance(amount, expiresOn, false);
        return offered(amount, expiresOn).and(AWARD, acceptance).and(ACCOUNT, acceptance);
    }

    static AwardOffered offer(
            String id, String studentId, String amount, @Nullable LocalDate expiresOn) {
        return new AwardOffered(
                id,
                "f-1",
                studentId,
                "uva",
                null,
                usd(amount),
                false,
                Set.of(Coverage.TUITION, Coverage.FEE),
                expiresOn,
                TODAY);
    }

    static AwardAccepted acceptance(String amount, @Nullable LocalDate expiresOn, boolean atOnce) {
        return new AwardAccepted(
                "a-1",
                "f-1",
                "s-1",
                "uva",
                null,
                usd(amount),
                false,
                Set.of(Coverage.TUITION, Coverage.FEE),
                expiresOn,
                atOnce,
                TODAY);
    }

    static AwardReleased released(String amount, String reason, LocalDate on) {
        return new AwardReleased("a-1", "f-1", "s-1", "uva", usd(amount), reason, on);
    }

    static AwardReduced reduced(String to, String by, String reason, LocalDate on) {
        return new AwardReduced("a-1", "f-1", "s-1", "uva", usd(to), usd(by), reason, on);
    }

    static ChargePosted tuition(String amount) {
        return new ChargePosted(
                "uva",
                "s-1",
                "e-1:tuition",
                ChargeKind.TUITION,
                "e-1",
                "o-1",
                usd(amount),
                null,
                TODAY,
                TODAY);
    }

    static StudentEnrolled enrolled(String studentId, String institutionId) {
        return new StudentEnrolled(
                "e-1", studentId, "o-1", "m-20", "rbs", institutionId, null, TODAY);
    }
}

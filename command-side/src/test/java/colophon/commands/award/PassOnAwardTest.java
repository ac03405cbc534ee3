package colophon.commands.award;

import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.fund.EstablishFund;
import colophon.commands.fund.Fund;
import colophon.commands.fund.RecordContribution;
import colophon.events.award.AlternatesRanked;
import colophon.events.award.AwardOffered;
import colophon.events.award.AwardPassedOn;
import colophon.events.award.AwardReleased;
import colophon.events.fund.Coverage;
import colophon.events.fund.FundedBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

class PassOnAwardTest {

    private static final LocalDate LAST_DAY = TODAY.plusDays(30);

    private final CommandSide office = Campus.open();

    @BeforeEach
    void a_fund_that_gives_one_award_of_all_it_has() {
        office.send(fund("f-1", "500", 1));
    }

    @Test
    void the_first_alternate_is_offered_the_same_in_the_commit_that_releases_it() {
        office.send(make("a-1", "s-1", LAST_DAY));
        office.send(new RankAlternates("a-1", List.of("s-2", "s-3")));
        var next = AwardChanges.nextId("a-1", "s-2");

        var answer = office.send(new EndAward("a-1", false, "moved"));

        assertThat(answer.body())
                .isEqualTo(new AwardCommandHandler.AwardEnd("a-1", "released", usd("500"), next));
        assertThat(office.lastCommit())
                .containsExactlyInAnyOrder(
                        new AwardReleased("a-1", "f-1", "s-1", "ucla", usd("500"), "moved", TODAY),
                        new AwardOffered(
                                next,
                                "f-1",
                                "s-2",
                                "ucla",
                                null,
                                usd("500"),
                                false,
                                Set.of(Coverage.TUITION),
                                LAST_DAY,
                                TODAY),
                        new AlternatesRanked(next, "f-1", "s-2", List.of("s-3"), TODAY),
                        new AwardPassedOn("a-1", "f-1", "s-1", next, "s-2", TODAY));
    }

    @Test
    void what_the_alternate_does_not_take_goes_to_the_one_after() {
        office.send(make("a-1", "s-1", null));
        office.send(new RankAlternates("a-1", List.of("s-2", "s-3")));
        office.send(new EndAward("a-1", true, "not eligible"));
        var second = AwardChanges.nextId("a-1", "s-2");
        office.send(new EndAward(second, false, "not wanted"));
        var third = AwardChanges.nextId(second, "s-3");

        assertThat(office.send(new AcceptAward(third)).body())
                .isEqualTo(new AwardCommandHandler.AwardResult(third, "accepted", usd("500")));
        office.send(new EndAward(third, false, "not wanted"));
        assertThat(office.lastCommit()).noneMatch(AwardPassedOn.class::isInstance);
        assertThat(available()).isEqualTo("500.00 USD");
    }

    @Test
    void whoever_holds_too_many_awards_is_passed_over() {
        office.send(new RecordContribution("f-1", usd("10")));
        office.send(make("a-1", "s-1", null));
        office.send(new OfferAward("a-2", "f-1", "s-2", null, usd("10"), null, true, null));
        office.send(new RankAlternates("a-1", List.of("s-2", "s-1", "s-3")));

        office.send(new EndAward("a-1", false, "moved"));

        assertThat(office.lastCommit())
                .contains(
                        new AwardPassedOn(
                                "a-1",
                                "f-1",
                                "s-1",
                                AwardChanges.nextId("a-1", "s-3"),
                                "s-3",
                                TODAY));
    }

    @Test
    void a_reduced_award_is_passed_on_for_what_it_is_worth() {
        office.send(make("a-1", "s-1", null));
        office.send(new RankAlternates("a-1", List.of("s-2")));
        office.send(new ReduceAward("a-1", usd("200"), "less is needed"));
        office.send(new EndAward("a-1", false, "moved"));

        assertThat(available()).isEqualTo("300.00 USD");
    }

    @Test
    void a_repeated_release_offers_nothing_again() {
        office.send(make("a-1", "s-1", null));
        office.send(new RankAlternates("a-1", List.of("s-2")));
        office.send(new EndAward("a-1", false, "moved"));
        var before = office.commits();
        office.send(new EndAward("a-1", false, "moved"));

        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void only_students_can_be_alternates() {
        office.send(make("a-1", "s-1", null));

        Reason reason = null;
        try {
            office.send(new RankAlternates("a-1", List.of("s-0")));
        } catch (Refusal refusal) {
            reason = refusal.reason();
        }
        assertThat(reason).isEqualTo(Reason.STUDENT_NOT_FOUND);
    }

    @Test
    void an_id_that_is_passed_on_stays_within_the_length_of_ids() {
        assertThat(AwardChanges.nextId("a".repeat(64), "s".repeat(64)))
                .matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    }

    private String available() {
        return Fund.require(office.subjects().read(Fund.STREAM.stream("f-1")), "f-1")
                .available()
                .toString();
    }

    private static OfferAward make(String id, String studentId, @Nullable LocalDate expiresOn) {
        return new OfferAward(id, "f-1", studentId, null, usd("500"), null, false, expiresOn);
    }

    private static EstablishFund fund(String id, String budget, int perStudent) {
        return new EstablishFund(
                id,
                "ucla",
                "Friends",
                null,
                usd(budget),
                FundedBy.PROGRAM,
                Set.of(Coverage.TUITION),
                null,
                null,
                perStudent,
                null);
    }
}

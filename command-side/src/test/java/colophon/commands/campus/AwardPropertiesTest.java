package colophon.commands.campus;

import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.enroll;
import static colophon.commands.campus.Campus.offering;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.Refusal;
import colophon.commands.account.Account;
import colophon.commands.award.AcceptAward;
import colophon.commands.award.Award;
import colophon.commands.award.EndAward;
import colophon.commands.award.ExpireAwards;
import colophon.commands.award.OfferAward;
import colophon.commands.award.RankAlternates;
import colophon.commands.award.ReduceAward;
import colophon.commands.fund.Fund;
import colophon.events.award.AwardOffered;
import colophon.events.ledger.Allocation;
import colophon.events.money.Money;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AddLifecycleHook;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Invariants of awards, their alternates and their last days, over random histories. */
class AwardPropertiesTest {

    private static final Money BUDGET = usd("2000");

    @Property(tries = 150)
    @AddLifecycleHook(ShareOfTries.class)
    void a_fund_never_promises_more_than_it_has_and_holds_what_its_awards_are_worth(
            @ForAll @Size(min = 20, max = 80) List<@IntRange(max = 9_999) Integer> choices) {
        var office = opened();
        for (var choice : choices) {
            var later = new CommandSide(Campus.NOW.plus(Duration.ofDays(choice % 5)), office.log());
            try {
                later.send(command(choice % 8, choice / 8));
            } catch (Refusal _) {
                // A refusal is fine: it changes nothing.
            }
            check(later);
        }
    }

    private static void check(CommandSide office) {
        var fund = Fund.require(office.subjects().read(Fund.STREAM.stream("f-1")), "f-1");
        var held = usd("0");
        for (var id : awards(office)) {
            var award = office.subjects().read(Award.STREAM.stream(id));
            if (award instanceof Award.InForce standing) {
                held = held.plus(standing.worth());
                assertThat(standing.worth().isPositive()).isTrue();
                if (standing instanceof Award.Accepted) neverPaysMore(office, standing);
            }
        }
        assertThat(held.plus(fund.available())).isEqualTo(BUDGET);
        assertThat(fund.available().isNegative()).isFalse();
    }

    private static void neverPaysMore(CommandSide office, Award.InForce award) {
        var account =
                office.subjects()
                        .read(Account.STREAM.stream(Account.id("ucla", award.as().studentId())));
        var paid = Allocation.of(account).paidBy(award.as().awardId());
        if (paid != null) assertThat(paid).isLessThanOrEqualTo(award.worth());
    }

    private static Set<String> awards(CommandSide office) {
        var ids = new HashSet<String>();
        for (var commit : office.commits())
            for (var event : commit) if (event instanceof AwardOffered e) ids.add(e.awardId());
        return ids;
    }

    private static CommandSide opened() {
        var office = Campus.open();
        office.send(offering("o-1", 9));
        office.send(offering("o-2", 9));
        office.send(Campus.fund("f-1", "2000"));
        return office;
    }

    private static Object command(int kind, int n) {
        var student = "s-" + (1 + n % 3);
        var award = "a-" + n % 4;
        var until = n % 3 == 0 ? null : TODAY.plusDays(n % 4);
        return switch (kind) {
            case 0 -> enroll("e-" + n % 6, student, "o-" + (1 + n % 2));
            case 1, 2 ->
                    new OfferAward(
                            award,
                            "f-1",
                            student,
                            null,
                            usd(Integer.toString(100 + n % 1500)),
                            null,
                            n % 2 == 0,
                            until);
            case 3 -> new AcceptAward(award);
            case 4 -> new EndAward(award, false, "moved");
            case 5 -> new ReduceAward(award, usd(Integer.toString(1 + n % 900)), "less");
            case 6 -> new RankAlternates(award, List.of("s-1", "s-2", "s-3"));
            default -> new ExpireAwards("f-1");
        };
    }
}

package colophon.commands.award;

import static colophon.commands.Reason.FUND_NOT_FOUND;
import static colophon.commands.award.AwardFacts.TODAY;
import static colophon.commands.award.AwardStreams.ACCOUNT;
import static colophon.commands.award.AwardStreams.AWARD;
import static colophon.commands.award.AwardStreams.FUND;
import static colophon.commands.award.AwardStreams.accepted;
import static colophon.commands.award.AwardStreams.offered;
import static colophon.commands.award.AwardStreams.reduced;
import static colophon.commands.award.AwardStreams.released;
import static colophon.commands.award.AwardStreams.tuition;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.award.AwardExpiries.ExpiredBatch;
import colophon.commands.loading.States;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The last day of awards is over. */
class AwardExpiriesTest {

    private static final LocalDate AFTER = TODAY.plusDays(1);

    @Test
    void an_offer_that_nobody_accepted_ends() {
        var expired =
                offered("500", TODAY)
                        .when(expired("f-1", AFTER))
                        .thenInAll(released("500", "expired", AFTER), AWARD, FUND, ACCOUNT)
                        .andNothingElse()
                        .answer();

        assertThat(expired).isEqualTo(new ExpiredBatch(List.of("a-1"), usd("500"), false));
    }

    @Test
    void an_accepted_award_keeps_what_it_paid() {
        var expired =
                accepted("500", TODAY)
                        .and(ACCOUNT, tuition("120"))
                        .when(expired("f-1", AFTER))
                        .thenInAll(reduced("120", "380", "expired", AFTER), AWARD, FUND, ACCOUNT)
                        .andNothingElse()
                        .answer();

        assertThat(expired).isEqualTo(new ExpiredBatch(List.of("a-1"), usd("380"), false));
    }

    @Test
    void nothing_expires_on_the_last_day() {
        offered("500", TODAY).when(expired("f-1", TODAY)).thenNothing();
    }

    @Test
    void an_award_that_is_used_up_stays_as_it_is() {
        accepted("500", TODAY)
                .and(ACCOUNT, tuition("500"))
                .when(expired("f-1", AFTER))
                .thenNothing();
    }

    @Test
    void refuses_a_fund_that_does_not_exist() {
        offered("500", TODAY).when(expired("f-0", AFTER)).thenRefused(FUND_NOT_FOUND, "f-0");
    }

    private static Function<States, ExpiredBatch> expired(String fundId, LocalDate today) {
        return states -> new AwardExpiries(states).expire(fundId, today);
    }
}

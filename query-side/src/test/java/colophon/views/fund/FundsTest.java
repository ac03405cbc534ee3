package colophon.views.fund;

import static colophon.views.Given.MAY_1;
import static colophon.views.Given.awarded;
import static colophon.views.Given.covering;
import static colophon.views.Given.credit;
import static colophon.views.Given.day;
import static colophon.views.Given.enrolled;
import static colophon.views.Given.expense;
import static colophon.views.Given.fund;
import static colophon.views.Given.offered;
import static colophon.views.Given.oneCourse;
import static colophon.views.Given.reduced;
import static colophon.views.Given.revoked;
import static colophon.views.Given.student;
import static colophon.views.Given.usd;

import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import colophon.events.award.AlternatesRanked;
import colophon.events.award.AwardAccepted;
import colophon.events.award.AwardPassedOn;
import colophon.events.award.AwardReleased;
import colophon.events.fund.ContributionReceived;
import colophon.events.fund.Coverage;
import colophon.views.QuerySide;
import colophon.views.School;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

@Tag("io")
class FundsTest {

    private final QuerySide world = QuerySide.empty();

    @BeforeEach
    void fundOfFiveThousand() {
        School.opens(world);
        world.commit(student("s-1", "Ada", "Lovelace"));
        world.commit(fund("f-1", "rbs", "5000.00", Coverage.TUITION, Coverage.EXPENSE));
    }

    @Test
    void show_what_is_available_encumbered_and_spent() throws Exception {
        figures("5000.00", "5000.00", "0.00", "0.00");

        world.commit(awarded(award("a-1", "2000.00")));
        figures("5000.00", "3000.00", "2000.00", "0.00");

        world.commit(enrolled("e-1", "s-1", School.BINDING));
        figures("5000.00", "3000.00", "605.00", "1395.00");

        world.commit(expense("x-1", "s-1", "rbs", usd("105.00"), "2026-05-02"));
        figures("5000.00", "3000.00", "500.00", "1500.00");

        world.commit(new ContributionReceived("f-1", usd("1000.00"), MAY_1));
        figures("6000.00", "4000.00", "500.00", "1500.00");

        world.commit(revoked(award("a-1", "2000.00")));
        figures("6000.00", "6000.00", "0.00", "0.00");
    }

    @Test
    void hold_the_money_of_an_offer_without_spending_it() throws Exception {
        var offer = award("a-1", "700.00");
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(offered(offer));
        figures("5000.00", "4300.00", "700.00", "0.00");
        world.ask("/awards/a-1").andExpect(jsonPath("$.status").value("offered"));

        world.commit(
                new AwardReleased(
                        "a-1", "f-1", "s-1", "rbs", usd("700.00"), "went elsewhere", MAY_1));
        figures("5000.00", "5000.00", "0.00", "0.00");
        world.ask("/awards/a-1")
                .andExpect(jsonPath("$.status").value("released"))
                .andExpect(jsonPath("$.reason").value("went elsewhere"));
    }

    @Test
    void show_their_awards_in_the_order_they_were_made() throws Exception {
        world.commit(awarded(award("a-2", "100.00")));
        world.commit(awarded(oneCourse("a-1", "f-1", "s-1", "rbs", usd("1395.00"))));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.ask("/funds/f-1")
                .andExpect(jsonPath("$.awards.length()").value(2))
                .andExpect(jsonPath("$.awards[0].id").value("a-2"))
                .andExpect(jsonPath("$.awards[0].courses").doesNotExist())
                .andExpect(jsonPath("$.awards[1].courses").value(1))
                .andExpect(jsonPath("$.awards[1].spent.amount").value("1295.00"))
                .andExpect(jsonPath("$.covers.length()").value(2))
                .andExpect(jsonPath("$.fundedBy").value("program"));
        world.ask("/funds/f-1/awards?limit=1")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].id").value("a-2"))
                .andExpect(jsonPath("$.next").exists());
        world.ask("/awards/a-2")
                .andExpect(jsonPath("$.fundId").value("f-1"))
                .andExpect(jsonPath("$.studentId").value("s-1"))
                .andExpect(jsonPath("$.status").value("accepted"))
                .andExpect(jsonPath("$.amount.amount").value("100.00"))
                .andExpect(jsonPath("$.spent.amount").value("100.00"));
    }

    @Test
    void are_listed_by_id_all_or_of_one_institution() throws Exception {
        world.commit(fund("f-0", "calrbs", "10.00", Coverage.TUITION));
        world.ask("/funds")
                .andExpect(jsonPath("$.items[0].id").value("f-0"))
                .andExpect(jsonPath("$.items[1].id").value("f-1"))
                .andExpect(jsonPath("$.items[1].awards").doesNotExist());
        world.ask("/funds?institutionId=calrbs").andExpect(jsonPath("$.items.length()").value(1));
    }

    @Test
    void hold_less_for_an_award_that_was_reduced() throws Exception {
        world.commit(awarded(award("a-1", "2000.00")));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(reduced(award("a-1", "0.00"), usd("1500.00"), usd("500.00"), MAY_1));

        figures("5000.00", "3500.00", "105.00", "1395.00");
        world.ask("/awards/a-1")
                .andExpect(jsonPath("$.amount.amount").value("1500.00"))
                .andExpect(jsonPath("$.reductions[0].returned.amount").value("500.00"))
                .andExpect(jsonPath("$.reductions[0].reason").value("less is needed"));
    }

    @Test
    void name_the_alternates_of_an_award_and_the_award_it_was_passed_on_to() throws Exception {
        world.commit(awarded(award("a-1", "100.00")));
        world.commit(new AlternatesRanked("a-1", "f-1", "s-1", List.of("s-2"), MAY_1));
        world.ask("/awards/a-1").andExpect(jsonPath("$.alternates[0]").value("s-2"));

        world.commit(revoked(award("a-1", "100.00")));
        world.commit(new AwardPassedOn("a-1", "f-1", "s-1", "a-2", "s-2", MAY_1));
        world.ask("/awards/a-1")
                .andExpect(jsonPath("$.passedOnTo").value("a-2"))
                .andExpect(jsonPath("$.alternates.length()").value(0));
    }

    @Test
    void tell_their_sponsor_what_came_in_and_what_became_of_it() throws Exception {
        world.commit(student("s-2", "Grace", "Hopper"));
        world.commit(new ContributionReceived("f-1", usd("1000.00"), day("2026-04-01")));
        world.commit(awarded(award("a-1", "2000.00")));
        world.commit(reduced(award("a-1", "0.00"), usd("1500.00"), usd("500.00"), MAY_1));
        world.commit(enrolled("e-1", "s-1", School.BINDING));
        world.commit(expense("x-1", "s-1", "rbs", usd("5.00"), "2026-05-02"));
        world.commit(awarded(award("a-2", "300.00")));
        world.commit(revoked(award("a-2", "300.00")));

        world.ask("/funds/f-1/statement")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.established.amount").value("5000.00"))
                .andExpect(jsonPath("$.contributed.amount").value("6000.00"))
                .andExpect(jsonPath("$.available.amount").value("4500.00"))
                .andExpect(jsonPath("$.encumbered.amount").value("100.00"))
                .andExpect(jsonPath("$.spent.amount").value("1400.00"))
                .andExpect(jsonPath("$.returned.amount").value("800.00"))
                .andExpect(jsonPath("$.lines[0].kind").value("contribution"))
                .andExpect(jsonPath("$.lines[0].date").value("2026-04-01"))
                .andExpect(jsonPath("$.lines.length()").value(7))
                .andExpect(jsonPath("$.lines[6].what").value("travel"))
                .andExpect(jsonPath("$.awards[0].spent.amount").value("1400.00"))
                .andExpect(jsonPath("$.awards[0].encumbered.amount").value("100.00"))
                .andExpect(jsonPath("$.awards[1].returned.amount").value("300.00"))
                .andExpect(jsonPath("$.recipients.length()").value(1))
                .andExpect(jsonPath("$.recipients[0].familyName").value("Lovelace"));
        world.ask("/funds/f-1/statement?from=2026-05-02&to=2026-05-02")
                .andExpect(jsonPath("$.lines.length()").value(1))
                .andExpect(jsonPath("$.spent.amount").value("1400.00"));
        world.ask("/funds/f-1/statement?from=2026-05-03&to=2026-05-02")
                .andExpect(status().isBadRequest());
        world.ask("/funds/f-0/statement").andExpect(status().isNotFound());
    }

    private static AwardAccepted award(String id, String amount) {
        return covering(
                credit(id, "f-1", "s-1", "rbs", usd(amount)), Coverage.TUITION, Coverage.EXPENSE);
    }

    private void figures(String budget, String available, String encumbered, String spent)
            throws Exception {
        world.ask("/funds/f-1")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.budget.amount").value(budget))
                .andExpect(jsonPath("$.available.amount").value(available))
                .andExpect(jsonPath("$.encumbered.amount").value(encumbered))
                .andExpect(jsonPath("$.spent.amount").value(spent));
    }
}

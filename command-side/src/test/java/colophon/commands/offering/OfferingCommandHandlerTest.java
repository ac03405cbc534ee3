package colophon.commands.offering;

import static colophon.commands.Reason.COURSE_NOT_FOUND;
import static colophon.commands.Reason.CURRENCY_MISMATCH;
import static colophon.commands.campus.Campus.TODAY;
import static colophon.commands.campus.Campus.offering;
import static colophon.commands.campus.Sums.eur;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.gateway.CommandAnswer;
import colophon.events.fund.Coverage;
import colophon.events.offering.OfferingScheduled;

import org.junit.jupiter.api.Test;

import java.util.Set;

class OfferingCommandHandlerTest {

    private final CommandSide office = Campus.open();

    @Test
    void an_offering_is_on_the_price_list_from_the_same_commit_on() {
        var answer = office.send(offering("o-1", "m-20", 9, usd("1395"), TODAY));

        assertThat(answer)
                .isEqualTo(CommandAnswer.created(new OfferingCommandHandler.OfferingResult("o-1")));
        assertThat(office.lastCommit())
                .hasSize(1)
                .hasAtLeastOneElementOfType(OfferingScheduled.class);
        assertThat(
                        office.subjects()
                                .read(PriceList.STREAM.stream("ucla"))
                                .dearest(TODAY, Set.of(Coverage.TUITION)))
                .isEqualTo(usd("1395"));
    }

    @Test
    void a_repeated_request_lists_no_price_again() {
        office.send(offering("o-1", 9));
        var before = office.commits();

        assertThat(office.send(offering("o-1", 9)))
                .isEqualTo(CommandAnswer.ok(new OfferingCommandHandler.OfferingResult("o-1")));
        assertThat(office.commits()).isEqualTo(before);
    }

    @Test
    void refuses_a_course_nobody_listed() {
        refused(offering("o-1", "m-0", 9, usd("1395"), TODAY), COURSE_NOT_FOUND);
    }

    @Test
    void refuses_another_currency() {
        refused(offering("o-1", "m-20", 9, eur("1395"), TODAY), CURRENCY_MISMATCH);
    }

    private void refused(Object command, Reason reason) {
        var before = office.commits();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> office.send(command))
                .returns(reason, Refusal::reason);
        assertThat(office.commits()).isEqualTo(before);
    }
}

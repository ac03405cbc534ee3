package colophon.commands.loading;

import static colophon.commands.campus.Sums.USD;
import static colophon.commands.campus.Sums.usd;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.institution.RegisterInstitution;
import colophon.commands.payment.ReceivePayment;
import colophon.events.payment.Payer;
import colophon.events.payment.PaymentMethod;
import colophon.events.payment.PaymentReceived;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

class TodayTest {

    @ParameterizedTest
    @CsvSource({
        "America/Los_Angeles, 2025-12-31",
        "America/New_York, 2025-12-31",
        "UTC, 2026-01-01",
        "Asia/Tokyo, 2026-01-01",
        "Pacific/Kiritimati, 2026-01-01",
        "-03:00, 2025-12-31",
        "-02:00, 2026-01-01",
    })
    void at_two_in_the_morning_utc_it_is_the_day_of_each_institution(
            ZoneId zone, LocalDate expected) {
        var today = new Today(Clock.fixed(Campus.NOW, ZoneOffset.UTC));
        assertThat(today.in(zone)).isEqualTo(expected);

        var office = new CommandSide(Campus.NOW);
        office.send(new RegisterInstitution("there", "There", USD, zone));
        office.send(Campus.student("s-1"));
        office.send(
                new ReceivePayment(
                        "p-1",
                        "s-1",
                        "there",
                        usd("1"),
                        PaymentMethod.CASH,
                        Payer.SELF,
                        null,
                        null));
        assertThat(office.lastCommit())
                .filteredOn(PaymentReceived.class::isInstance)
                .extracting("receivedOn")
                .containsExactly(expected);
    }
}

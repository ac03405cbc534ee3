package colophon.views;

import colophon.events.privacy.Seals;
import colophon.views.account.Accounts;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Course;
import colophon.views.catalog.Institution;
import colophon.views.catalog.Program;
import colophon.views.credential.Credential;
import colophon.views.enrollment.Enrollment;
import colophon.views.fund.Award;
import colophon.views.fund.Fund;
import colophon.views.history.Retelling;
import colophon.views.history.Trail;
import colophon.views.offering.Offering;
import colophon.views.payment.Payment;
import colophon.views.progress.Candidacy;
import colophon.views.progress.Entries;
import colophon.views.reading.Folding;
import colophon.views.reading.Library;
import colophon.views.reading.Parked;
import colophon.views.reading.Reading;
import colophon.views.reading.View;
import colophon.views.reading.ViewsProjection;
import colophon.views.reading.memory.MemoryLibrary;
import colophon.views.reading.past.Log;
import colophon.views.reading.past.Past;
import colophon.views.student.People;
import colophon.views.student.Student;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.LongSupplier;

/** All views there are, and what reads and keeps them. */
@Configuration(proxyBeanMethods = false)
public class ViewsConfiguration {

    /** The table of contents: every view, in the order in which each event is read into them. */
    public static final List<View<?>> VIEWS =
            List.of(
                    Institution.VIEW,
                    Program.VIEW,
                    Course.VIEW,
                    Certificate.VIEW,
                    Offering.VIEW,
                    Student.VIEW,
                    Candidacy.VIEW,
                    Enrollment.VIEW,
                    Entries.VIEW,
                    Credential.VIEW,
                    Accounts.VIEW,
                    Fund.VIEW,
                    Award.VIEW,
                    Payment.VIEW,
                    Trail.STUDENTS,
                    Trail.OFFERINGS,
                    Trail.FUNDS,
                    Trail.CATALOG);

    /** Where the views are kept. The clock says what day it is for those who ask. */
    @Bean
    public Library library(Clock clock) {
        return new MemoryLibrary(VIEWS, zone -> LocalDate.ofInstant(clock.instant(), zone));
    }

    /** The views as they were; {@code log} is where their events are read again. */
    @Bean
    public Past past(Log log, Clock clock) {
        return new Retelling(VIEWS, log, clock);
    }

    /** What could not be read; its size belongs into the health of the process. */
    @Bean
    public Parked parked() {
        return new Parked();
    }

    /** How far the views have read. {@code head} is the number of the last commit of the log. */
    @Bean
    public Reading reading(LongSupplier head) {
        return new Reading(head);
    }

    /** Reads events into all views. */
    @Bean
    public Folding folding(Library library, Parked parked, Clock clock) {
        return new Folding(VIEWS, library, parked, clock);
    }

    /** Axon's handle on the views. */
    @Bean
    public ViewsProjection viewsProjection(Folding folding, Library library, Reading reading) {
        return new ViewsProjection(folding, library, reading);
    }

    /** Opens names. */
    @Bean
    public People people(Seals seals) {
        return new People(seals);
    }
}

package colophon.views;

import colophon.events.privacy.Seals;
import colophon.views.account.Accounts;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Course;
import colophon.views.catalog.Institution;
import colophon.views.catalog.Program;
import colophon.views.credential.Credential;
import colophon.views.enrollment.Enrollment;
import colophon.views.erasure.Erasure;
import colophon.views.fund.Award;
import colophon.views.fund.Fund;
import colophon.views.history.Retelling;
import colophon.views.history.Trail;
import colophon.views.offering.Offering;
import colophon.views.payment.Payment;
import colophon.views.progress.Candidacy;
import colophon.views.progress.Entries;
import colophon.views.reading.Sight;
import colophon.views.reading.View;
import colophon.views.reading.asking.Asker;
import colophon.views.reading.past.Log;
import colophon.views.reading.past.Past;
import colophon.views.rights.Amendment;
import colophon.views.student.People;
import colophon.views.student.Student;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Lists all views, and configures what they need in every storage. */
@Configuration(proxyBeanMethods = false)
public class ViewsConfiguration {

    /** Every view. Each event is read into them in this order. */
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
                    Erasure.VIEW,
                    Amendment.VIEW,
                    Trail.STUDENTS,
                    Trail.OFFERINGS,
                    Trail.FUNDS,
                    Trail.CATALOG);

    /** Views with few records that nearly every query reads. Each process caches them. */
    public static final List<View<?>> CATALOG =
            List.of(
                    Institution.VIEW,
                    Program.VIEW,
                    Course.VIEW,
                    Certificate.VIEW,
                    Offering.VIEW,
                    Fund.VIEW);

    /** Rebuilds the views of the past; reads their events again from {@code log}. */
    @Bean
    public Past past(Log log, Clock clock) {
        return new Retelling(VIEWS, log, clock);
    }

    /** Reads the names of students. */
    @Bean
    public People people(Seals seals, Asker asker, Supplier<Sight> sight) {
        return new People(seals, asker, sight);
    }
}

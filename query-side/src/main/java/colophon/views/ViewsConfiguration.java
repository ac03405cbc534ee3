package colophon.views;

import colophon.api.access.CurrentActor;
import colophon.api.access.ReadAccess;
import colophon.events.privacy.Seals;
import colophon.views.account.LedgerView;
import colophon.views.catalog.Certificate;
import colophon.views.catalog.Course;
import colophon.views.catalog.Institution;
import colophon.views.catalog.Program;
import colophon.views.credential.Credential;
import colophon.views.enrollment.Enrollment;
import colophon.views.erasure.Erasure;
import colophon.views.fund.Award;
import colophon.views.fund.Fund;
import colophon.views.history.EventIndex;
import colophon.views.history.TimeTravel;
import colophon.views.offering.Offering;
import colophon.views.payment.Payment;
import colophon.views.progress.Candidacy;
import colophon.views.progress.TranscriptView;
import colophon.views.reading.View;
import colophon.views.reading.past.PastEvents;
import colophon.views.reading.past.PastViews;
import colophon.views.rights.Amendment;
import colophon.views.student.NameReader;
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
                    TranscriptView.VIEW,
                    Credential.VIEW,
                    LedgerView.VIEW,
                    Fund.VIEW,
                    Award.VIEW,
                    Payment.VIEW,
                    Erasure.VIEW,
                    Amendment.VIEW,
                    EventIndex.STUDENTS,
                    EventIndex.OFFERINGS,
                    EventIndex.FUNDS,
                    EventIndex.CATALOG);

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
    public PastViews past(PastEvents log, Clock clock) {
        return new TimeTravel(VIEWS, log, clock);
    }

    /** Reads the names of students. */
    @Bean
    public NameReader people(Seals seals, CurrentActor currentActor, Supplier<ReadAccess> sight) {
        return new NameReader(seals, currentActor, sight);
    }
}

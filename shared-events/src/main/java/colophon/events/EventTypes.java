package colophon.events;

import colophon.events.account.AccountEvent;
import colophon.events.award.AwardEvent;
import colophon.events.credential.CredentialEvent;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.expense.ExpenseEvent;
import colophon.events.fund.FundEvent;
import colophon.events.imports.ImportEvent;
import colophon.events.institution.InstitutionEvent;
import colophon.events.offering.OfferingEvent;
import colophon.events.payment.PaymentEvent;
import colophon.events.pricelist.PriceListEvent;
import colophon.events.program.CertificateEvent;
import colophon.events.program.CourseEvent;
import colophon.events.program.ProgramEvent;
import colophon.events.rights.RightsEvent;
import colophon.events.student.StudentEvent;
import colophon.events.transcript.TranscriptEvent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of contents of the log: every stream, and with it every event. */
public final class EventTypes {

    private static final List<Class<?>> STREAMS =
            List.of(
                    InstitutionEvent.class,
                    ProgramEvent.class,
                    CourseEvent.class,
                    CertificateEvent.class,
                    OfferingEvent.class,
                    PriceListEvent.class,
                    StudentEvent.class,
                    EnrollmentEvent.class,
                    TranscriptEvent.class,
                    CredentialEvent.class,
                    AccountEvent.class,
                    FundEvent.class,
                    AwardEvent.class,
                    PaymentEvent.class,
                    ExpenseEvent.class,
                    RightsEvent.class,
                    ImportEvent.class);

    private static final Map<String, Class<?>> BY_NAME =
            all().collect(Collectors.toUnmodifiableMap(EventTypes::name, event -> event));

    private EventTypes() {}

    /** The class of every event, in the order of the streams. */
    public static Stream<Class<?>> all() {
        return STREAMS.stream().flatMap(stream -> Stream.of(stream.getPermittedSubclasses()));
    }

    /** The stored name of an event class. Throws IllegalArgumentException for any other class. */
    public static String name(Class<?> event) {
        return stored(event).as();
    }

    /** The version this code writes. Throws IllegalArgumentException if the class is no event. */
    public static int version(Class<?> event) {
        return stored(event).version();
    }

    /** The class of a stored name. Throws IllegalArgumentException for an unknown name. */
    public static Class<?> named(String name) {
        var event = BY_NAME.get(name);
        if (event == null) throw new IllegalArgumentException("No event is called " + name);
        return event;
    }

    private static Stored stored(Class<?> event) {
        var stored = event.getAnnotation(Stored.class);
        if (stored == null) throw new IllegalArgumentException(event + " is not an event");
        return stored;
    }
}

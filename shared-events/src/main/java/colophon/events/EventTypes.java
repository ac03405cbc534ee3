package colophon.events;

import colophon.events.account.AccountPosting;
import colophon.events.award.AwardEvent;
import colophon.events.credential.CredentialEvent;
import colophon.events.enrollment.EnrollmentEvent;
import colophon.events.expense.ExpenseEvent;
import colophon.events.fund.FundChange;
import colophon.events.imports.ImportEvent;
import colophon.events.institution.InstitutionEvent;
import colophon.events.offering.OfferingEvent;
import colophon.events.payment.PaymentEvent;
import colophon.events.program.CertificateEvent;
import colophon.events.program.CourseEvent;
import colophon.events.program.ProgramEvent;
import colophon.events.rights.RightsEvent;
import colophon.events.student.StudentEvent;
import colophon.events.transcript.TranscriptChange;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of contents of the log: every event, under the stream that it is about. */
public final class EventTypes {

    private static final List<Class<?>> STREAMS =
            List.of(
                    InstitutionEvent.class,
                    ProgramEvent.class,
                    CourseEvent.class,
                    CertificateEvent.class,
                    OfferingEvent.class,
                    StudentEvent.class,
                    EnrollmentEvent.class,
                    TranscriptChange.class,
                    CredentialEvent.class,
                    AccountPosting.class,
                    FundChange.class,
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
        return STREAMS.stream().flatMap(EventTypes::events);
    }

    private static Stream<Class<?>> events(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(EventTypes::events);
    }

    /** The class of every event that lies in a stream whose events have this parent. */
    public static Stream<Class<?>> of(Class<?> parent) {
        return all().filter(parent::isAssignableFrom);
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

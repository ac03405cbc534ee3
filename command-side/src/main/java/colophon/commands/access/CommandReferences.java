package colophon.commands.access;

import static java.util.Map.entry;

import colophon.commands.award.OfferAward;
import colophon.commands.enrollment.Enroll;
import colophon.commands.erasure.RegisterErasedStudent;
import colophon.commands.expense.RecordExpense;
import colophon.commands.fund.EstablishFund;
import colophon.commands.imports.StartImport;
import colophon.commands.institution.RegisterInstitution;
import colophon.commands.offering.ScheduleOffering;
import colophon.commands.payment.ReceivePayment;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.ListCourse;
import colophon.commands.program.OpenProgram;
import colophon.commands.student.RegisterStudent;
import colophon.commands.transcript.TransferCredit;
import colophon.events.program.Pathway;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which texts in a command are ids of something with an owner, at any depth. The author of
 * a command cannot forget the check: a text is rejected unless its name, or a list in this class,
 * tells what it is.
 */
final class CommandReferences {

    /** The id that a command gives to what it makes. It names nothing that exists yet. */
    private static final Map<Class<?>, String> MADE =
            Map.ofEntries(
                    entry(RegisterInstitution.class, "institutionId"),
                    entry(OpenProgram.class, "programId"),
                    entry(ListCourse.class, "courseId"),
                    entry(DefineCertificate.class, "certificateId"),
                    entry(ScheduleOffering.class, "offeringId"),
                    entry(RegisterStudent.class, "studentId"),
                    entry(RegisterErasedStudent.class, "studentId"),
                    entry(Enroll.class, "enrollmentId"),
                    entry(EstablishFund.class, "fundId"),
                    entry(OfferAward.class, "awardId"),
                    entry(ReceivePayment.class, "paymentId"),
                    entry(RecordExpense.class, "expenseId"),
                    entry(TransferCredit.class, "creditId"),
                    entry(StartImport.class, "importId"));

    /** Ids of parts of something else in the same command. The owner of the whole decides. */
    private static final Set<String> PARTS =
            Set.of(
                    "chargeId",
                    "planId",
                    "lockId",
                    "refundId",
                    "waiverId",
                    "substitutionId",
                    "sharingId",
                    "amendmentId",
                    "pathway",
                    "node");

    /** The sender and their limits, set by the server. */
    private static final Set<String> SENDER =
            Set.of("startedBy", "requestedBy", "by", "grant", "institutionIds");

    /** Texts that are not ids. */
    private static final Set<String> WORDS =
            Set.of(
                    "code",
                    "conferral",
                    "degree",
                    "description",
                    "digest",
                    "fingerprint",
                    "grade",
                    "name",
                    "place",
                    "reason",
                    "reference",
                    "right",
                    "source",
                    "sponsor",
                    "statement",
                    "subjects",
                    "text",
                    "title",
                    "wrong");

    /** Components whose name does not tell. */
    private static final Map<Class<?>, Map<String, Optional<ReferenceKind>>> OTHERS =
            Map.of(
                    Pathway.class,
                    Map.of("id", Optional.empty(), "courses", Optional.of(ReferenceKind.COURSE)));

    /** An id in a command. */
    record Reference(ReferenceKind kind, String id) {}

    private CommandReferences() {}

    /**
     * The ids in a command, in the order of its components, each as often as it is there.
     *
     * @throws IllegalStateException if nothing tells what a text is
     */
    static List<Reference> in(Object command) {
        return CommandTexts.of(command).stream()
                .flatMap(
                        text ->
                                of(text.holder(), text.component())
                                        .map(kind -> new Reference(kind, text.text()))
                                        .stream())
                .toList();
    }

    /**
     * The kind of thing a text names; empty if it is not an id.
     *
     * @throws IllegalStateException if nothing tells what the text is
     */
    static Optional<ReferenceKind> of(Class<?> holder, String component) {
        var other = OTHERS.getOrDefault(holder, Map.of()).get(component);
        if (other != null) return other;
        if (PARTS.contains(component)
                || SENDER.contains(component)
                || WORDS.contains(component)
                || component.equals(MADE.get(holder))) return Optional.empty();
        var named = ReferenceKind.of(component);
        if (named.isEmpty()) throw unknown(holder, component);
        return named;
    }

    /**
     * Checks every component that a class of commands can contain.
     *
     * @throws IllegalStateException if nothing tells what a text is, or a type cannot be inspected
     */
    static void requireKnown(Class<?> command) {
        requireKnown(command, new HashSet<>());
    }

    private static void requireKnown(Class<?> type, Set<Class<?>> seen) {
        if (!seen.add(type)) return;
        if (type.isSealed()) for (var one : type.getPermittedSubclasses()) requireKnown(one, seen);
        if (type.isRecord())
            for (var one : type.getRecordComponents())
                requireKnown(one.getGenericType(), type, one.getName(), seen);
    }

    private static void requireKnown(
            Type type, Class<?> holder, String component, Set<Class<?>> seen) {
        switch (type) {
            case ParameterizedType some
                    when some.getRawType() == List.class || some.getRawType() == Set.class ->
                    requireKnown(some.getActualTypeArguments()[0], holder, component, seen);
            case Class<?> one when one == String.class -> of(holder, component);
            case Class<?> one when one.isRecord() || one.isSealed() -> requireKnown(one, seen);
            case Class<?> one when isPlain(one) -> {}
            default -> throw unknown(holder, component);
        }
    }

    /** True for types that contain no text chosen by a client. */
    private static boolean isPlain(Class<?> type) {
        return type.isPrimitive()
                || type.isEnum()
                || Number.class.isAssignableFrom(type)
                || Set.of(LocalDate.class, Period.class, Currency.class, ZoneId.class)
                        .contains(type);
    }

    private static IllegalStateException unknown(Class<?> holder, String component) {
        return new IllegalStateException(
                component + " of " + holder.getSimpleName() + " is not known as an id or a text");
    }
}

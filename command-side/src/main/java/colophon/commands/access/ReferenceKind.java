package colophon.commands.access;

import static colophon.commands.Reason.ENTRY_NOT_FOUND;

import static java.util.Objects.requireNonNull;

import colophon.api.access.Owner;
import colophon.commands.Refusal;
import colophon.commands.award.Award;
import colophon.commands.credential.Credential;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.expense.Expense;
import colophon.commands.fund.Fund;
import colophon.commands.imports.Import;
import colophon.commands.institution.Institution;
import colophon.commands.loading.States;
import colophon.commands.loading.StreamType;
import colophon.commands.offering.Offering;
import colophon.commands.payment.Payment;
import colophon.commands.program.Certificate;
import colophon.commands.program.Course;
import colophon.commands.program.Program;
import colophon.commands.student.Student;
import colophon.commands.transcript.TranscriptRules;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.RequirementWaived;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The kind of thing that an id in a command names, recognised by the name of its component. */
enum ReferenceKind {
    INSTITUTION(
            "institutionId",
            Institution.STREAM,
            (state, id) -> Owner.institution(Institution.require(state, id).institutionId())),
    PROGRAM(
            "programId",
            Program.STREAM,
            (state, id) -> Owner.institution(Program.require(state, id).institutionId())),
    COURSE("courseId", Course.STREAM, ReferenceKind::course),
    BY_COURSE("byCourseId", Course.STREAM, ReferenceKind::course),
    CERTIFICATE(
            "certificateId",
            Certificate.STREAM,
            (state, id) -> Owner.institution(Certificate.require(state, id).institutionId())),
    OFFERING(
            "offeringId",
            Offering.STREAM,
            (state, id) -> Owner.institution(Offering.require(state, id).institutionId())),
    STUDENT(
            "studentId",
            Student.STREAM,
            (state, id) -> Owner.student(Student.require(state, id).as().studentId())),
    ENROLLMENT(
            "enrollmentId",
            Enrollment.STREAM,
            (state, id) -> {
                var details = Enrollment.requireDetails(state, id);
                return Owner.of(details.institutionId(), details.studentId());
            }),
    FUND(
            "fundId",
            Fund.STREAM,
            (state, id) -> Owner.institution(Fund.require(state, id).as().institutionId())),
    AWARD(
            "awardId",
            Award.STREAM,
            (state, id) -> {
                var as = Award.require(state, id);
                return Owner.of(as.institutionId(), as.studentId());
            }),
    PAYMENT(
            "paymentId",
            Payment.STREAM,
            (state, id) -> {
                var as = Payment.require(state, id);
                return Owner.of(as.institutionId(), as.studentId());
            }),
    EXPENSE(
            "expenseId",
            Expense.STREAM,
            (state, id) -> {
                var as = Expense.require(state, id);
                return Owner.of(as.institutionId(), as.studentId());
            }),
    CREDENTIAL(
            "credentialId",
            Credential.STREAM,
            (state, id) -> {
                var as = Credential.require(state, id);
                return Owner.of(as.institutionId(), as.studentId());
            }),
    ENTRY("entryId", "entry"),
    CREDIT("creditId", "completion or transferred credit"),
    IMPORT(
            "importId",
            Import.STREAM,
            (state, id) -> Owner.account(Import.require(state, id).startedBy()));

    private final String component;
    private final OwnerSource source;
    private final Function<String, Refusal> notFound;

    /** Tells the owner of a thing. Throws Refusal if there is none with this id. */
    @FunctionalInterface
    private interface OwnerSource {
        Owner owner(States states, @Nullable String studentId, String id);
    }

    /** A thing with a stream of its own. */
    <S> ReferenceKind(String component, StreamType<S, ?> type, BiFunction<S, String, Owner> owner) {
        this.component = component;
        this.source = (states, _, id) -> owner.apply(states.read(type.stream(id)), id);
        this.notFound = type::notFound;
    }

    /** An entry, or what {@code noun} says, on the transcript of the student of the command. */
    ReferenceKind(String component, String noun) {
        this.component = component;
        this.notFound =
                id ->
                        new Refusal(
                                ENTRY_NOT_FOUND, "The transcript has no " + noun + " " + id + ".");
        this.source = (states, studentId, id) -> entry(states, requireNonNull(studentId), id);
    }

    /**
     * The kind for a component name; a list ends in {@code Ids}, as in {@code studentIds}. Empty if
     * there is none.
     */
    static Optional<ReferenceKind> of(String component) {
        if (component.endsWith("Ids")) return of(component.substring(0, component.length() - 1));
        return Arrays.stream(values()).filter(one -> one.component.equals(component)).findFirst();
    }

    /**
     * The owner of the thing with this id.
     *
     * @param studentId the student that the command names before it; null if it names none
     * @throws Refusal as {@link #notFound} if there is no such thing
     */
    Owner owner(States states, @Nullable String studentId, String id) {
        return source.owner(states, studentId, id);
    }

    /** The refusal of an id that does not exist. */
    Refusal notFound(String id) {
        return notFound.apply(id);
    }

    private static Owner course(Course course, String id) {
        return Owner.institution(Course.require(course, id).institutionId());
    }

    private Owner entry(States states, String studentId, String id) {
        var transcript = states.read(TranscriptRules.STREAM.stream(studentId));
        var completion = transcript.completions().get(id);
        if (completion != null) return Owner.of(completion.institutionId(), studentId);
        // a withdrawn entry no longer names its institution, so no institution's staff may use it
        if (transcript.withdrawn().containsKey(id)) return Owner.of("", studentId);
        return switch (transcript.entries().get(id)) {
            case CreditTransferred e -> Owner.of(e.institutionId(), studentId);
            case CourseSubstituted e -> Owner.of(e.institutionId(), studentId);
            case RequirementWaived e ->
                    new Owner(
                            CERTIFICATE.owner(states, null, e.certificateId()).institutionId(),
                            studentId,
                            null);
            case CreditShared e -> entry(states, studentId, e.creditId());
            case null, default -> throw notFound(id);
        };
    }
}

package colophon.commands.ownership;

import colophon.api.access.Owner;
import colophon.api.access.WriteAccess;
import colophon.commands.access.AccessCheck;
import colophon.commands.access.CommandTexts;
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
import colophon.commands.transcript.TranscriptRules;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.RequirementWaived;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks up the owner of each id in a command. */
class OwnerLookup implements AccessCheck {

    private final States states;
    private final Set<Class<?>> known = ConcurrentHashMap.newKeySet();

    /** An id in a command, and the kind of thing it names. */
    private record OwnedReference(ReferenceKind names, String id) {}

    OwnerLookup(States states) {
        this.states = states;
    }

    @Override
    public List<ForeignReference> foreignReferences(WriteAccess access, Object command) {
        if (known.add(command.getClass())) CommandReferences.requireKnown(command.getClass());
        var places = places(access, command);
        if (places.isEmpty()) return List.of();
        var owners = new LinkedHashMap<OwnedReference, Owner>();
        for (var one : places.keySet())
            owners.put(one, owner(one.names(), one.id(), places.keySet()));
        if (access.covers(owners.values())) return List.of();
        var beyond = new ArrayList<ForeignReference>();
        owners.forEach(
                (one, owner) -> {
                    if (!access.covers(owner)) beyond.add(foreignReferences(one, places));
                });
        // each may be used alone, as staff or as the student, but not all in the same role
        if (beyond.isEmpty())
            for (var one : places.keySet()) beyond.add(foreignReferences(one, places));
        return beyond;
    }

    /** The ids to check, each with its places in the command. */
    private static Map<OwnedReference, List<String>> places(WriteAccess access, Object command) {
        var places = new LinkedHashMap<OwnedReference, List<String>>();
        for (var text : CommandTexts.of(command)) {
            var names = CommandReferences.of(text.holder(), text.component()).orElse(null);
            // an account without limits is checked only for imports, which belong to accounts
            if (names == null || (access.isWhole() && names != ReferenceKind.IMPORT)) continue;
            places.computeIfAbsent(new OwnedReference(names, text.text()), _ -> new ArrayList<>())
                    .add(text.place());
        }
        return places;
    }

    private static ForeignReference foreignReferences(
            OwnedReference one, Map<OwnedReference, List<String>> places) {
        return new ForeignReference(
                places.getOrDefault(one, List.of()),
                one.id(),
                one.names().word(),
                one.names().reason());
    }

    private Owner owner(ReferenceKind names, String id, Set<OwnedReference> all) {
        return switch (names) {
            case INSTITUTION ->
                    read(Institution.STREAM, id) instanceof Institution.Registered
                            ? Owner.institution(id)
                            : Owner.NOBODY;
            case PROGRAM ->
                    read(Program.STREAM, id) instanceof Program.Open open
                            ? Owner.institution(open.as().institutionId())
                            : Owner.NOBODY;
            case COURSE, BY_COURSE ->
                    read(Course.STREAM, id) instanceof Course.Listed listed
                            ? Owner.institution(listed.as().institutionId())
                            : Owner.NOBODY;
            case CERTIFICATE -> certificate(id);
            case OFFERING ->
                    read(Offering.STREAM, id) instanceof Offering.Unknown
                            ? Owner.NOBODY
                            : Owner.institution(
                                    Offering.require(read(Offering.STREAM, id), id)
                                            .institutionId());
            case STUDENT -> Owner.student(id);
            case ENROLLMENT -> enrollment(id);
            case FUND ->
                    read(Fund.STREAM, id) instanceof Fund.Established fund
                            ? Owner.institution(fund.as().institutionId())
                            : Owner.NOBODY;
            case AWARD -> {
                var award = read(Award.STREAM, id);
                if (award instanceof Award.Unknown) yield Owner.NOBODY;
                var as = Award.require(award, id);
                yield Owner.of(as.institutionId(), as.studentId());
            }
            case PAYMENT -> {
                var payment = read(Payment.STREAM, id);
                if (payment instanceof Payment.Unknown) yield Owner.NOBODY;
                var as = Payment.require(payment, id);
                yield Owner.of(as.institutionId(), as.studentId());
            }
            case EXPENSE -> {
                var expense = read(Expense.STREAM, id);
                if (expense instanceof Expense.Unknown) yield Owner.NOBODY;
                var as = Expense.require(expense, id);
                yield Owner.of(as.institutionId(), as.studentId());
            }
            case CREDENTIAL -> {
                var credential = read(Credential.STREAM, id);
                if (credential instanceof Credential.Unknown) yield Owner.NOBODY;
                var as = Credential.require(credential, id);
                yield Owner.of(as.institutionId(), as.studentId());
            }
            case ENTRY, CREDIT -> entry(id, all);
            case IMPORT -> {
                var known = read(Import.STREAM, id);
                yield known instanceof Import.Unknown
                        ? Owner.NOBODY
                        : Owner.account(Import.require(known, id).startedBy());
            }
        };
    }

    private Owner certificate(String id) {
        return read(Certificate.STREAM, id) instanceof Certificate.Defined defined
                ? Owner.institution(defined.as().institutionId())
                : Owner.NOBODY;
    }

    private Owner enrollment(String id) {
        var enrollment = read(Enrollment.STREAM, id);
        if (enrollment instanceof Enrollment.Unknown) return Owner.NOBODY;
        var details = Enrollment.requireDetails(enrollment, id);
        return Owner.of(details.institutionId(), details.studentId());
    }

    /** Entry ids are unique per transcript, so the command must also name the student. */
    private Owner entry(String id, Set<OwnedReference> all) {
        for (var one : all) if (one.names() == ReferenceKind.STUDENT) return entryOf(one.id(), id);
        throw new IllegalStateException("The command names no student for entry " + id);
    }

    private Owner entryOf(String studentId, String id) {
        var transcript = read(TranscriptRules.STREAM, studentId);
        var completion = transcript.completions().get(id);
        if (completion != null) return Owner.of(completion.institutionId(), studentId);
        // a withdrawn entry no longer names its institution, so no institution's staff may use it
        if (transcript.withdrawn().containsKey(id)) return Owner.of("", studentId);
        return switch (transcript.entries().get(id)) {
            case CreditTransferred e -> Owner.of(e.institutionId(), studentId);
            case CourseSubstituted e -> Owner.of(e.institutionId(), studentId);
            case RequirementWaived e -> {
                var at = certificate(e.certificateId()).institutionId();
                yield new Owner(at, studentId, null);
            }
            case CreditShared e -> entryOf(studentId, e.creditId());
            case null, default -> Owner.NOBODY;
        };
    }

    private <S, E> S read(StreamType<S, E> type, String id) {
        return states.read(type.stream(id));
    }
}

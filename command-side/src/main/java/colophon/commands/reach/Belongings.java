package colophon.commands.reach;

import colophon.commands.award.Award;
import colophon.commands.credential.Credential;
import colophon.commands.desk.Contents;
import colophon.commands.desk.Owner;
import colophon.commands.desk.Reach;
import colophon.commands.desk.Scope;
import colophon.commands.desk.Subject;
import colophon.commands.desk.Subjects;
import colophon.commands.enrollment.Enrollment;
import colophon.commands.expense.Expense;
import colophon.commands.fund.Fund;
import colophon.commands.imports.Import;
import colophon.commands.institution.Institution;
import colophon.commands.offering.Offering;
import colophon.commands.payment.Payment;
import colophon.commands.program.Certificate;
import colophon.commands.program.Course;
import colophon.commands.program.Program;
import colophon.commands.transcript.Entries;
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
class Belongings implements Reach {

    private final Subjects subjects;
    private final Set<Class<?>> known = ConcurrentHashMap.newKeySet();

    /** An id in a command, and the kind of thing it names. */
    private record Reference(Named names, String id) {}

    Belongings(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public List<Beyond> beyond(Scope scope, Object command) {
        if (known.add(command.getClass())) Naming.requireKnown(command.getClass());
        var places = places(scope, command);
        if (places.isEmpty()) return List.of();
        var owners = new LinkedHashMap<Reference, Owner>();
        for (var one : places.keySet())
            owners.put(one, owner(one.names(), one.id(), places.keySet()));
        if (scope.covers(owners.values())) return List.of();
        var beyond = new ArrayList<Beyond>();
        owners.forEach(
                (one, owner) -> {
                    if (!scope.covers(owner)) beyond.add(beyond(one, places));
                });
        // each may be used alone, as staff or as the student, but not all in the same role
        if (beyond.isEmpty()) for (var one : places.keySet()) beyond.add(beyond(one, places));
        return beyond;
    }

    /** The ids to check, each with its places in the command. */
    private static Map<Reference, List<String>> places(Scope scope, Object command) {
        var places = new LinkedHashMap<Reference, List<String>>();
        for (var text : Contents.of(command)) {
            var names = Naming.of(text.holder(), text.component()).orElse(null);
            // an account without limits is checked only for imports, which belong to accounts
            if (names == null || (scope.isWhole() && names != Named.IMPORT)) continue;
            places.computeIfAbsent(new Reference(names, text.text()), _ -> new ArrayList<>())
                    .add(text.place());
        }
        return places;
    }

    private static Beyond beyond(Reference one, Map<Reference, List<String>> places) {
        return new Beyond(
                places.getOrDefault(one, List.of()),
                one.id(),
                one.names().word(),
                one.names().reason());
    }

    private Owner owner(Named names, String id, Set<Reference> all) {
        return switch (names) {
            case INSTITUTION ->
                    read(Institution.SUBJECT, id) instanceof Institution.Registered
                            ? Owner.institution(id)
                            : Owner.NOBODY;
            case PROGRAM ->
                    read(Program.SUBJECT, id) instanceof Program.Open open
                            ? Owner.institution(open.as().institutionId())
                            : Owner.NOBODY;
            case COURSE, BY_COURSE ->
                    read(Course.SUBJECT, id) instanceof Course.Listed listed
                            ? Owner.institution(listed.as().institutionId())
                            : Owner.NOBODY;
            case CERTIFICATE -> certificate(id);
            case OFFERING ->
                    read(Offering.SUBJECT, id) instanceof Offering.Unknown
                            ? Owner.NOBODY
                            : Owner.institution(
                                    Offering.known(read(Offering.SUBJECT, id), id).institutionId());
            case STUDENT -> Owner.student(id);
            case ENROLLMENT -> enrollment(id);
            case FUND ->
                    read(Fund.SUBJECT, id) instanceof Fund.Established fund
                            ? Owner.institution(fund.as().institutionId())
                            : Owner.NOBODY;
            case AWARD -> {
                var award = read(Award.SUBJECT, id);
                if (award instanceof Award.Unknown) yield Owner.NOBODY;
                var as = Award.known(award, id);
                yield Owner.of(as.institutionId(), as.studentId());
            }
            case PAYMENT -> {
                var payment = read(Payment.SUBJECT, id);
                if (payment instanceof Payment.Unknown) yield Owner.NOBODY;
                var as = Payment.known(payment, id);
                yield Owner.of(as.institutionId(), as.studentId());
            }
            case EXPENSE -> {
                var expense = read(Expense.SUBJECT, id);
                if (expense instanceof Expense.Unknown) yield Owner.NOBODY;
                var as = Expense.known(expense, id);
                yield Owner.of(as.institutionId(), as.studentId());
            }
            case CREDENTIAL -> {
                var credential = read(Credential.SUBJECT, id);
                if (credential instanceof Credential.Unknown) yield Owner.NOBODY;
                var as = Credential.known(credential, id);
                yield Owner.of(as.institutionId(), as.studentId());
            }
            case ENTRY, CREDIT -> entry(id, all);
            case IMPORT -> {
                var known = read(Import.SUBJECT, id);
                yield known instanceof Import.Unknown
                        ? Owner.NOBODY
                        : Owner.account(Import.known(known, id).startedBy());
            }
        };
    }

    private Owner certificate(String id) {
        return read(Certificate.SUBJECT, id) instanceof Certificate.Defined defined
                ? Owner.institution(defined.as().institutionId())
                : Owner.NOBODY;
    }

    private Owner enrollment(String id) {
        var enrollment = read(Enrollment.SUBJECT, id);
        if (enrollment instanceof Enrollment.Unknown) return Owner.NOBODY;
        var as = Enrollment.known(enrollment, id);
        return Owner.of(as.institutionId(), as.studentId());
    }

    /** Entry ids are unique per transcript, so the command must also name the student. */
    private Owner entry(String id, Set<Reference> all) {
        for (var one : all) if (one.names() == Named.STUDENT) return entryOf(one.id(), id);
        throw new IllegalStateException("The command names no student for entry " + id);
    }

    private Owner entryOf(String studentId, String id) {
        var transcript = read(Entries.SUBJECT, studentId);
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

    private <S, E> S read(Subject<S, E> subject, String id) {
        return subjects.read(subject.stream(id));
    }
}

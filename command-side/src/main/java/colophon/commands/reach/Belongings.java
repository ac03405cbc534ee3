package colophon.commands.reach;

import colophon.commands.award.Award;
import colophon.commands.credential.Credential;
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

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads whose everything is that a command names, whoever asks. */
class Belongings implements Reach {

    private final Subjects subjects;
    private final Map<Class<?>, Naming> namings = new ConcurrentHashMap<>();

    Belongings(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public List<Beyond> beyond(Scope scope, Object command) {
        var naming = namings.computeIfAbsent(command.getClass(), Naming::of);
        var ids = new LinkedHashMap<Naming.Component, String>();
        for (var one : naming.components()) {
            // whom nothing is kept from is kept from nothing but what others have begun
            if (scope.isWhole() && one.names() != Named.IMPORT) continue;
            var id = value(one, command);
            if (id != null) ids.put(one, id);
        }
        if (ids.isEmpty()) return List.of();
        var owners = new LinkedHashMap<Naming.Component, Owner>();
        ids.forEach((one, id) -> owners.put(one, owner(one.names(), id, ids)));
        if (scope.covers(owners.values())) return List.of();
        var beyond = new ArrayList<Beyond>();
        owners.forEach(
                (one, owner) -> {
                    if (!isCovered(scope, owner)) beyond.add(beyond(one, ids.get(one)));
                });
        // each alone may be touched, in one capacity or the other, but not all in one
        if (beyond.isEmpty()) ids.forEach((one, id) -> beyond.add(beyond(one, id)));
        return beyond;
    }

    /** Staff are told what staff are told, even if they are students as well. */
    private static boolean isCovered(Scope scope, Owner owner) {
        return scope.covers(owner);
    }

    private static Beyond beyond(Naming.Component one, @Nullable String id) {
        return new Beyond(
                one.component().getName(),
                String.valueOf(id),
                one.names().word(),
                one.names().reason());
    }

    private Owner owner(Named names, String id, Map<Naming.Component, String> ids) {
        return switch (names) {
            case INSTITUTION ->
                    read(Institution.SUBJECT, id) instanceof Institution.Registered
                            ? Owner.institution(id)
                            : Owner.NOBODY;
            case PROGRAM ->
                    read(Program.SUBJECT, id) instanceof Program.Open open
                            ? Owner.institution(open.as().institutionId())
                            : Owner.NOBODY;
            case COURSE ->
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
            case ENTRY, CREDIT -> entry(id, ids);
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

    /** Entries have their ids on the transcript of the student whom the command names with them. */
    private Owner entry(String id, Map<Naming.Component, String> ids) {
        for (var one : ids.entrySet())
            if (one.getKey().names() == Named.STUDENT) return entryOf(one.getValue(), id);
        throw new IllegalStateException("Whose transcript has the entry " + id + "?");
    }

    private Owner entryOf(String studentId, String id) {
        var transcript = read(Entries.SUBJECT, studentId);
        var completion = transcript.completions().get(id);
        if (completion != null) return Owner.of(completion.institutionId(), studentId);
        // what holds no more does not say whose it was: then it is of no institution of theirs
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

    private static @Nullable String value(Naming.Component one, Object command) {
        try {
            return (String) one.component().getAccessor().invoke(command);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

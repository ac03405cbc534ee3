package colophon.model.naive;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Enrollments: seats, waitlists, moves and outcomes. */
abstract class Seats extends Leaving {

    Seats(Instant now) {
        super(now);
    }

    Verdict enroll(Body b) {
        var offering = offerings.get(b.text("offeringId"));
        var verdict =
                new Verdict()
                        .because(!students.contains(b.text("studentId")), "student-not-found")
                        .because(offering == null, "offering-not-found");
        if (verdict.refuses() || offering == null) return verdict;
        var today = today(offering.institution);
        var repeated =
                repeated(
                        "enrollment",
                        b,
                        Map.of(),
                        Map.of(),
                        Map.of("effectiveOn", today.toString()));
        boolean applies = "application".equals(offering.as.textOrNull("admission"));
        boolean open = isOpen(offering);
        boolean waits = !open && offering.as.has("waitlist");
        verdict.because(offering.cancelledBecause != null, "offering-cancelled");
        if (!applies)
            verdict.because(knows(offering, b.text("studentId")), "already-enrolled")
                    .because(!open && !waits, "offering-full");
        if (repeated != null) return or(repeated, verdict);
        var on = b.day("effectiveOn", today);
        var status = applies ? "pending" : waits ? "waitlisted" : "enrolled";
        verdict.word = status;
        return verdict.otherwise(
                201,
                () -> {
                    var e = new Enrollment(b.text("id"), b.text("studentId"), offering, on);
                    enrollments.put(e.id, e);
                    e.begunAs = status;
                    e.status = status;
                    if (waits && !applies) offering.line.add(e);
                    if (status.equals("enrolled")) seat(e, on);
                });
    }

    /** Takes a seat, with its charges, under the present terms. */
    void seat(Enrollment e, LocalDate on) {
        e.status = "enrolled";
        e.terms = e.offering.policy;
        e.bills++;
        var as = e.offering.as;
        var again = e.bills == 1 ? "" : "." + e.bills;
        if (e.offering.deposit() > 0)
            post(e, "deposit", again, e.offering.deposit(), on, as.day("depositDueOn", on));
        long rest = e.offering.tuition() - e.offering.deposit();
        if (rest > 0) post(e, "tuition", again, rest, on, as.day("dueOn", on));
    }

    void post(Enrollment e, String kind, String again, long amount, LocalDate on, LocalDate dueOn) {
        account(e.offering.institution, e.student)
                .charges
                .add(
                        new Account.Charge(
                                ++postings,
                                e.id + ":" + kind + again,
                                kind,
                                e.id,
                                e.offering.id,
                                amount,
                                on,
                                dueOn));
    }

    /** Reverses tuition and deposits; other fees stay. */
    void unbill(Enrollment e, String reason) {
        for (var charge : account(e.offering.institution, e.student).charges)
            if (e.id.equals(charge.enrollment) && charge.isTuition())
                take(charge, charge.net(), "reversal " + reason);
    }

    boolean isOpen(Offering offering) {
        return seatsTaken(offering) < offering.capacity() && offering.line.isEmpty();
    }

    boolean knows(Offering offering, String student) {
        for (var other : enrollments.values())
            if (other.student.equals(student)
                    && other.offering == offering
                    && (other.hasSeat() || other.status.equals("waitlisted"))) return true;
        return false;
    }

    /** Seats that are taken or held. */
    public int seatsTaken(Offering offering) {
        int taken = 0;
        for (var enrollment : enrollments.values())
            if (enrollment.offering == offering && enrollment.hasSeat()) taken++;
        return taken;
    }

    /** Held seats that nobody has confirmed yet. */
    public int seatsHeld(Offering offering) {
        int held = 0;
        for (var enrollment : enrollments.values())
            if (enrollment.offering == offering && enrollment.status.equals("accepted")) held++;
        return held;
    }

    /** Offers free seats to the first students on the waitlist, if it has an order. */
    void passOn(Offering offering) {
        var today = today(offering.institution);
        if (offering.cancelledBecause != null || today.isAfter(offering.endsOn())) return;
        while ("fifo".equals(offering.as.textOrNull("waitlist"))
                && seatsTaken(offering) < offering.capacity()
                && !offering.line.isEmpty())
            hold(offering.line.getFirst(), offering.heldUntil(today));
    }

    static void hold(Enrollment e, LocalDate until) {
        e.offering.line.remove(e);
        e.status = "accepted";
        e.confirmBy = until;
    }

    static boolean again(Enrollment e, String move, Body b) {
        return move.equals(e.move)
                && (!b.has("effectiveOn") || Objects.equals(b.day("effectiveOn"), e.movedOn));
    }

    static void moved(Enrollment e, String move, LocalDate on) {
        e.move = move;
        e.movedOn = on;
    }

    static Verdict notEnrolled(Enrollment e) {
        return Verdict.refused(e.status.equals("finished") ? "already-finished" : "not-enrolled");
    }

    Verdict acceptApplication(Enrollment e, Body b) {
        var today = today(e.offering.institution);
        if (e.begunAs.equals("pending")) {
            if (e.status.equals("waitlisted"))
                return Verdict.done(200)
                        .orIf(e.offering.cancelledBecause != null, "offering-cancelled");
            if (e.status.equals("accepted")
                    && (!b.has("confirmBy") || Objects.equals(b.day("confirmBy"), e.confirmBy)))
                return Verdict.done(200);
        }
        var until = b.day("confirmBy", e.offering.heldUntil(today));
        boolean open = isOpen(e.offering);
        boolean waits = !open && e.offering.as.has("waitlist");
        return new Verdict()
                .because(e.offering.cancelledBecause != null, "offering-cancelled")
                .because(!e.status.equals("pending"), "not-pending")
                .because(until.isBefore(today), "dates-out-of-order")
                .because(knows(e.offering, e.student), "already-enrolled")
                .because(!open && !waits, "offering-full")
                .otherwise(
                        200,
                        () -> {
                            if (waits) {
                                e.status = "waitlisted";
                                e.offering.line.add(e);
                            } else hold(e, until);
                        });
    }

    Verdict offerSeat(Enrollment e, Body b) {
        var today = today(e.offering.institution);
        var until = b.day("confirmBy", e.offering.heldUntil(today));
        if (e.status.equals("accepted") && (!b.has("confirmBy") || until.equals(e.confirmBy)))
            return Verdict.done(200);
        boolean fifo = "fifo".equals(e.offering.as.textOrNull("waitlist"));
        return new Verdict()
                .because(e.offering.cancelledBecause != null, "offering-cancelled")
                .because(!e.status.equals("waitlisted"), "not-waiting")
                .because(until.isBefore(today), "dates-out-of-order")
                .because(seatsTaken(e.offering) >= e.offering.capacity(), "offering-full")
                .because(
                        fifo && !e.offering.line.isEmpty() && e.offering.line.getFirst() != e,
                        "not-next-in-line")
                .otherwise(200, () -> hold(e, until));
    }

    Verdict confirm(Enrollment e) {
        if (e.status.equals("enrolled") && !e.begunAs.equals("enrolled"))
            return Verdict.done(200)
                    .orIf(e.offering.cancelledBecause != null, "offering-cancelled");
        var today = today(e.offering.institution);
        boolean late = e.status.equals("accepted") && today.isAfter(requireNonNull(e.confirmBy));
        return new Verdict()
                .because(e.offering.cancelledBecause != null, "offering-cancelled")
                .because(late || e.lapsed, "offer-lapsed")
                .because(!e.status.equals("accepted") && !e.lapsed, "not-offered")
                .otherwise(
                        200,
                        () -> {
                            e.since = today;
                            seat(e, today);
                        });
    }

    Verdict decline(Enrollment e, Body b) {
        if (e.status.equals("declined") && !e.lapsed && again(e, "decline " + b.text("reason"), b))
            return Verdict.done(200);
        return new Verdict()
                .because(
                        !Set.of("pending", "waitlisted", "accepted").contains(e.status),
                        "not-declinable")
                .otherwise(
                        200,
                        () -> {
                            var today = today(e.offering.institution);
                            moved(e, "decline " + b.text("reason"), today);
                            leave(e, "declined");
                            settle(e, null, null, today, b.text("reason"), true);
                            passOn(e.offering);
                        });
    }

    static void leave(Enrollment e, String status) {
        e.offering.line.remove(e);
        e.status = status;
    }

    Verdict withdraw(Enrollment e, Body b) {
        var how = "withdraw " + b.text("reason");
        if (Set.of("dropped", "withdrawn").contains(e.status) && again(e, how, b))
            return Verdict.done(200)
                    .orIf(b.has("override"), "currency-mismatch")
                    .orIf(b.has("override"), "not-enrolled");
        var today = today(e.offering.institution);
        var on = b.day("effectiveOn", today);
        var override = (Map<?, ?>) b.fields().get("override");
        var verdict = new Verdict();
        if (override != null && override.containsKey("amount"))
            verdict.because(
                    wrongCurrency(new Body(strings(override)), "amount", e.offering.institution),
                    "currency-mismatch");
        if (!Set.of("enrolled", "deferred").contains(e.status))
            verdict.refusals.addAll(notEnrolled(e).refusals);
        if (verdict.refuses()) return verdict;
        var back = givenBack(e, e.terms, e.offering.startsOn(), on, false);
        if (override != null)
            verdict.because(!override(e, e.terms, back, override), "override-exceeds-limit");
        return verdict.otherwise(
                200,
                () -> {
                    moved(e, how, on);
                    leave(e, on.isBefore(e.offering.startsOn()) ? "dropped" : "withdrawn");
                    settle(e, back, override, on, b.text("reason"), false);
                    passOn(e.offering);
                });
    }

    Verdict cancel(Enrollment e, Body b) {
        if (e.status.equals("cancelled") && again(e, "cancel " + b.text("reason"), b))
            return Verdict.done(200);
        if (e.status.equals("finished") || e.isGone()) return notEnrolled(e);
        return new Verdict()
                .otherwise(
                        200,
                        () -> {
                            cancel(e, b.text("reason"));
                            passOn(e.offering);
                        });
    }

    void cancel(Enrollment e, String reason) {
        var today = today(e.offering.institution);
        moved(e, "cancel " + reason, today);
        leave(e, "cancelled");
        settle(e, null, null, today, reason, true);
    }

    Verdict cancelOffering(Offering offering, Body b) {
        if (offering.cancelledBecause != null)
            return offering.cancelledBecause.equals(b.text("reason"))
                    ? Verdict.done(200)
                    : Verdict.refused("offering-cancelled");
        return new Verdict()
                .otherwise(
                        200,
                        () -> {
                            offering.cancelledBecause = b.text("reason");
                            for (var e : enrollments.values())
                                if (e.offering == offering
                                        && (e.hasSeat() || e.status.equals("waitlisted"))
                                        && !e.status.equals("finished"))
                                    cancel(e, b.text("reason"));
                        });
    }

    Verdict lapse(Offering offering) {
        var today = today(offering.institution);
        return new Verdict()
                .otherwise(
                        200,
                        () -> {
                            for (var e : enrollments.values())
                                if (e.offering == offering
                                        && e.status.equals("accepted")
                                        && today.isAfter(requireNonNull(e.confirmBy))) {
                                    leave(e, "declined");
                                    e.lapsed = true;
                                    settle(e, null, null, today, "lapsed", true);
                                }
                            passOn(offering);
                        });
    }

    Verdict transfer(Enrollment e, Body b) {
        var target = offerings.get(b.text("offeringId"));
        var how = "transfer " + b.text("reason");
        if (target == null) return Verdict.refused("offering-not-found");
        if (e.status.equals("enrolled") && e.offering == target && again(e, how, b))
            return Verdict.done(200).orIf(target.cancelledBecause != null, "offering-cancelled");
        var verdict = new Verdict().because(target.cancelledBecause != null, "offering-cancelled");
        if (!Set.of("enrolled", "deferred").contains(e.status))
            verdict.refusals.addAll(notEnrolled(e).refusals);
        if (target != e.offering)
            verdict.because(knows(target, e.student), "already-enrolled")
                    .because(!isOpen(target), "offering-full");
        var today = today(e.offering.institution);
        var on = b.day("effectiveOn", today);
        return verdict.because(target == e.offering, "same-offering")
                .because(
                        !target.institution.equals(e.offering.institution),
                        "of-another-institution")
                .otherwise(
                        200,
                        () -> {
                            var from = e.offering;
                            unbill(e, b.text("reason"));
                            if (e.status.equals("deferred")) e.since = on;
                            e.offering = target;
                            seat(e, on);
                            moved(e, how, on);
                            e.reversedBecause = null;
                            passOn(from);
                        });
    }

    Verdict defer(Enrollment e, Body b) {
        var how = "defer " + b.text("reason");
        if (e.status.equals("deferred") && again(e, how, b)) return Verdict.done(200);
        if (!e.status.equals("enrolled")) return notEnrolled(e);
        return new Verdict()
                .otherwise(
                        200,
                        () -> {
                            unbill(e, b.text("reason"));
                            e.status = "deferred";
                            moved(e, how, b.day("effectiveOn", today(e.offering.institution)));
                            e.terms = null;
                            passOn(e.offering);
                        });
    }

    Verdict reinstate(Enrollment e, Body b) {
        var how = "reinstate " + b.text("reason");
        if (e.status.equals("enrolled") && again(e, how, b))
            return Verdict.done(200)
                    .orIf(e.offering.cancelledBecause != null, "offering-cancelled");
        boolean away = Set.of("dropped", "withdrawn", "cancelled", "deferred").contains(e.status);
        var verdict =
                new Verdict()
                        .because(e.offering.cancelledBecause != null, "offering-cancelled")
                        .because(!away, "not-away");
        if (away)
            verdict.because(knows(e.offering, e.student), "already-enrolled")
                    .because(!isOpen(e.offering), "offering-full");
        return verdict.otherwise(
                200,
                () -> {
                    var on = b.day("effectiveOn", today(e.offering.institution));
                    unbill(e, b.text("reason"));
                    e.since = on;
                    e.reversedBecause = null;
                    seat(e, on);
                    moved(e, how, on);
                });
    }

    Verdict reviseTerms(Offering offering, Body b) {
        return new Verdict()
                .because(feeIsWrong(b, offering.institution), "currency-mismatch")
                .because(offering.cancelledBecause != null, "offering-cancelled")
                .otherwise(200, () -> offering.policy = (Map<?, ?>) b.fields().get("refundPolicy"));
    }

    boolean feeIsWrong(Body b, String institution) {
        return b.fields().get("refundPolicy") instanceof Map<?, ?> policy
                && policy.containsKey("fee")
                && wrongCurrency(new Body(strings(policy)), "fee", institution);
    }

    Verdict complete(Enrollment enrollment, Body b) {
        var today = today(enrollment.offering.institution);
        var on = b.day("completedOn", today);
        if (enrollment.outcome != null) {
            boolean same =
                    enrollment.outcome.equals(b.text("outcome"))
                            && Objects.equals(enrollment.grade, b.textOrNull("grade"));
            if (same
                    && (!b.has("completedOn") || on.equals(requireNonNull(enrollment.completedOn))))
                return Verdict.done(200);
            return Verdict.refused("already-finished");
        }
        if (!enrollment.status.equals("enrolled")) return notEnrolled(enrollment);
        return new Verdict()
                .otherwise(
                        200,
                        () -> {
                            enrollment.status = "finished";
                            enrollment.outcome = b.text("outcome");
                            enrollment.grade = b.textOrNull("grade");
                            enrollment.completedOn = on;
                        });
    }

    Verdict reverseCompletion(Enrollment enrollment, Body b) {
        if (enrollment.outcome == null)
            return enrollment.status.equals("enrolled")
                            && b.text("reason").equals(enrollment.reversedBecause)
                    ? Verdict.done(200)
                    : Verdict.refused("no-outcome");
        return new Verdict()
                .otherwise(
                        200,
                        () -> {
                            enrollment.status = "enrolled";
                            enrollment.outcome = null;
                            enrollment.grade = null;
                            enrollment.completedOn = null;
                            enrollment.reversedBecause = b.text("reason");
                        });
    }

    /**
     * Confers the certificate on students who meet a requirement, and revokes it from students who
     * no longer do.
     */
    void confer() {
        for (var candidacy : candidacies) {
            var certificate = requireNonNull(certificates.get(candidacy.certificate()));
            boolean met = progress(candidacy.student(), certificate).met();
            var before = standing.getOrDefault(candidacy, "none");
            if (met) standing.put(candidacy, "conferred");
            else if (before.equals("conferred")) standing.put(candidacy, "revoked");
        }
    }

    /** "in-progress", "conferred" or "revoked". */
    public String standing(String student, Certificate certificate) {
        return standing.getOrDefault(new Candidacy(student, certificate.id()), "in-progress");
    }

    /** The progress of a student toward a certificate. */
    public Rung.Far progress(String student, Certificate certificate) {
        var done = new ArrayList<Rung.Done>();
        for (var enrollment : enrollments.values())
            if (enrollment.student.equals(student) && "completed".equals(enrollment.outcome))
                done.add(
                        new Rung.Done(
                                enrollment.offering.course,
                                requireNonNull(enrollment.completedOn)));
        var sets = Map.of("program", new ArrayList<String>(), "any", new ArrayList<String>());
        for (var course : courses) {
            if (course.program().equals(certificate.program()))
                requireNonNull(sets.get("program")).add(course.id());
            if (course.institution().equals(certificate.institution()))
                requireNonNull(sets.get("any")).add(course.id());
        }
        return Rung.of(certificate.requirement(), done, today(certificate.institution()), sets);
    }
}

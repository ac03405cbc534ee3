package colophon.views.overview;

import colophon.events.credential.CredentialState;
import colophon.events.ledger.Ledger;
import colophon.views.account.LedgerView;
import colophon.views.catalog.Certificate;
import colophon.views.credential.Credential;
import colophon.views.enrollment.Enrollment;
import colophon.views.offering.Offering;
import colophon.views.offering.Term;
import colophon.views.reading.ViewReader;
import colophon.views.reading.ViewSnapshot;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of all programs. The first question counts everything. Each later one counts only
 * what changed since.
 */
final class OverviewIndex {

    private final Map<String, Enrollment> enrollments = new HashMap<>();
    private final Map<String, ProgramTerm> conferred = new HashMap<>();
    private final Map<String, AccountContribution> accounts = new HashMap<>();
    private final Map<String, SortedMap<Term, OverviewCounts>> programs = new HashMap<>();
    private @Nullable ViewReader<Enrollment> enrollmentsBefore;
    private @Nullable ViewReader<Credential> credentialsBefore;
    private @Nullable ViewReader<Ledger> accountsBefore;
    private int generation;
    private long position = -1;

    /** The figures of a program by term, in this snapshot or a newer one. */
    synchronized SortedMap<Term, OverviewCounts> of(ViewSnapshot views, String programId) {
        prepare(views);
        var copy = new TreeMap<Term, OverviewCounts>();
        programs.getOrDefault(programId, new TreeMap<>())
                .forEach(
                        (term, tally) -> {
                            var figures = new OverviewCounts();
                            figures.add(tally);
                            if (!tally.isEmpty()) copy.put(term, figures);
                        });
        return copy;
    }

    /** Counts what changed up to this snapshot. */
    synchronized void prepare(ViewSnapshot views) {
        if (views.generation() > generation) startOver(views.generation());
        if (views.generation() == generation && views.position() > position) catchUp(views);
    }

    private void startOver(int newGeneration) {
        enrollments.clear();
        conferred.clear();
        accounts.clear();
        programs.clear();
        enrollmentsBefore = null;
        credentialsBefore = null;
        accountsBefore = null;
        generation = newGeneration;
        position = -1;
    }

    private void catchUp(ViewSnapshot views) {
        var nowEnrolled = views.of(Enrollment.VIEW);
        nowEnrolled.changedSince(enrollmentsBefore, one -> count(views, one));
        enrollmentsBefore = nowEnrolled;
        var nowConferred = views.of(Credential.VIEW);
        nowConferred.changedSince(credentialsBefore, one -> count(views, one));
        credentialsBefore = nowConferred;
        var nowPosted = views.of(LedgerView.VIEW);
        nowPosted.changedSince(accountsBefore, one -> count(views, one));
        accountsBefore = nowPosted;
        position = views.position();
    }

    private void count(ViewSnapshot views, Enrollment now) {
        var before = enrollments.put(now.id(), now);
        if (before == now) return;
        if (before != null) count(views, before, -1);
        count(views, now, 1);
    }

    private void count(ViewSnapshot views, Enrollment one, int times) {
        var place = place(views, one.offeringId());
        if (place == null) return;
        var outcome = one.outcome();
        tally(place).enrollment(one.status(), outcome != null && outcome.completed(), times);
    }

    private void count(ViewSnapshot views, Credential now) {
        var before = conferred.remove(now.id());
        if (before != null) tally(before).conferral(-1);
        var certificate = views.of(Certificate.VIEW).get(now.certificateId());
        if (certificate == null || now.status() != CredentialState.VALID) return;
        var place = new ProgramTerm(certificate.programId(), Term.of(now.conferredOn()));
        conferred.put(now.id(), place);
        tally(place).conferral(1);
    }

    private void count(ViewSnapshot views, Ledger now) {
        var key = Ledger.key(now.institutionId(), now.studentId());
        var before = accounts.get(key);
        if (before != null && before.of() == now) return;
        var share = AccountContribution.of(now, offeringId -> place(views, offeringId));
        accounts.put(key, share);
        if (before != null)
            for (var part : before.parts())
                tally(part.place()).money(part.dueOn(), part.amount(), -1);
        for (var part : share.parts()) tally(part.place()).money(part.dueOn(), part.amount(), 1);
    }

    private OverviewCounts tally(ProgramTerm place) {
        return programs.computeIfAbsent(place.programId(), _ -> new TreeMap<>())
                .computeIfAbsent(place.term(), _ -> new OverviewCounts());
    }

    /** The place of an offering. It never changes. */
    private static @Nullable ProgramTerm place(ViewSnapshot views, String offeringId) {
        var offering = views.of(Offering.VIEW).get(offeringId);
        return offering == null
                ? null
                : new ProgramTerm(offering.programId(), Term.of(offering.startsOn()));
    }
}

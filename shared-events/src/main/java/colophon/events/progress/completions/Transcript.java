package colophon.events.progress.completions;

import colophon.events.credential.CertificateConferred;
import colophon.events.credential.CredentialReinstated;
import colophon.events.credential.CredentialRevoked;
import colophon.events.credential.CredentialSuperseded;
import colophon.events.enrollment.CompletionReversed;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.EntryWithdrawn;
import colophon.events.transcript.RequirementWaived;
import colophon.events.transcript.TranscriptChange;
import colophon.events.transcript.TranscriptEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The transcript of one student, by id.
 *
 * @param completions completions by enrollment id
 * @param entries credits, waivers, substitutions and sharings in force
 * @param withdrawn reasons of the withdrawn entries
 * @param conferrals the certificates the student holds, in the order they were conferred
 * @param revoked revoked credentials by id; one that is reinstated rests on the same entries again
 * @param barred certificates that a person revoked; they are not conferred again automatically
 */
public record Transcript(
        SortedMap<String, CourseCompleted> completions,
        SortedMap<String, TranscriptChange> entries,
        SortedMap<String, String> withdrawn,
        List<CertificateConferred> conferrals,
        SortedMap<String, CertificateConferred> revoked,
        Set<String> barred) {

    /** A transcript without entries. */
    public static final Transcript EMPTY =
            new Transcript(
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    List.of(),
                    Collections.emptySortedMap(),
                    Set.of());

    /** The transcript after one more event. */
    public Transcript evolve(TranscriptEvent event) {
        return switch (event) {
            case CourseCompleted e -> completions(with(completions, e.enrollmentId(), e));
            case CompletionReversed e -> completions(without(completions, e.enrollmentId()));
            case CreditTransferred e -> entry(e.creditId(), e);
            case RequirementWaived e -> entry(e.waiverId(), e);
            case CourseSubstituted e -> entry(e.substitutionId(), e);
            case CreditShared e -> entry(e.sharingId(), e);
            case EntryWithdrawn e ->
                    new Transcript(
                            completions,
                            without(entries, e.entryId()),
                            with(withdrawn, e.entryId(), e.reason()),
                            conferrals,
                            revoked,
                            barred);
            case CertificateConferred e -> holds(and(e), revoked, e.certificateId(), false);
            case CredentialReinstated e -> reinstated(e.credentialId());
            case CredentialRevoked e -> revoked(e);
            case CredentialSuperseded e ->
                    holds(
                            allBut(e.credentialId()),
                            revoked,
                            e.certificateId(),
                            barred.contains(e.certificateId()));
            default -> throw new IllegalStateException("Not about a transcript: " + event);
        };
    }

    /** The certificate of this kind that the student holds, or null. */
    public @Nullable CertificateConferred conferral(String certificateId) {
        for (var conferral : conferrals)
            if (conferral.certificateId().equals(certificateId)) return conferral;
        return null;
    }

    /** The completions and the transferred credits, as they count toward one certificate. */
    public List<CourseAttempt> attempts(String certificateId) {
        var shared = shared(certificateId);
        var all = new ArrayList<CourseAttempt>();
        for (var e : completions.values())
            all.add(
                    new CourseAttempt(
                            e.enrollmentId(),
                            e.courseId(),
                            e.programId(),
                            e.institutionId(),
                            e.units(),
                            true,
                            e.grade(),
                            e.completedOn(),
                            false,
                            shared.contains(e.enrollmentId())));
        all.addAll(credits(shared));
        return all;
    }

    /** The transferred credits. {@code shared} are ids from {@link #shared}. */
    public List<CourseAttempt> credits(Set<String> shared) {
        var all = new ArrayList<CourseAttempt>();
        for (var entry : entries.values())
            if (entry instanceof CreditTransferred e)
                all.add(
                        new CourseAttempt(
                                e.creditId(),
                                e.courseId(),
                                e.programId(),
                                e.institutionId(),
                                e.units(),
                                true,
                                e.grade(),
                                e.completedOn(),
                                true,
                                shared.contains(e.creditId())));
        return all;
    }

    /**
     * Ids of entries that also count toward a degree or toward a certificate conferred before this
     * one. A later certificate does not make the entries of an earlier one shared.
     */
    public Set<String> shared(String certificateId) {
        var shared = new HashSet<String>();
        for (var entry : entries.values())
            if (entry instanceof CreditShared e) shared.add(e.creditId());
        for (var conferral : conferrals) {
            if (conferral.certificateId().equals(certificateId)) break;
            shared.addAll(conferral.completions());
        }
        return shared;
    }

    /**
     * The allowances toward one certificate. A waiver applies to one version of the requirement.
     */
    public Allowances allowances(String certificateId, int requirementVersion) {
        var waivers = new ArrayList<RequirementWaived>();
        var substitutions = new ArrayList<CourseSubstituted>();
        for (var entry : entries.values()) {
            if (entry instanceof RequirementWaived e
                    && e.certificateId().equals(certificateId)
                    && e.requirementVersion() == requirementVersion) waivers.add(e);
            if (entry instanceof CourseSubstituted e && e.certificateId().equals(certificateId))
                substitutions.add(e);
        }
        return waivers.isEmpty() && substitutions.isEmpty()
                ? Allowances.NONE
                : new Allowances(waivers, substitutions);
    }

    /** True if every entry that a certificate rests on is still in force. */
    public boolean supports(CertificateConferred conferral) {
        return conferral.completions().stream()
                        .allMatch(id -> completions.containsKey(id) || entries.containsKey(id))
                && conferral.allowances().stream().allMatch(entries::containsKey);
    }

    private Transcript revoked(CredentialRevoked e) {
        var as = held(e.credentialId());
        return holds(
                allBut(e.credentialId()),
                as == null ? revoked : with(revoked, e.credentialId(), as),
                e.certificateId(),
                e.barred() || barred.contains(e.certificateId()));
    }

    private Transcript reinstated(String credentialId) {
        var as = revoked.get(credentialId);
        if (as == null) return this; // as of a day before the revocation, which was dated later
        return holds(and(as), without(revoked, credentialId), as.certificateId(), false);
    }

    private @Nullable CertificateConferred held(String credentialId) {
        for (var one : conferrals) if (one.credentialId().equals(credentialId)) return one;
        return null;
    }

    private List<CertificateConferred> allBut(String credentialId) {
        return conferrals.stream().filter(one -> !one.credentialId().equals(credentialId)).toList();
    }

    private List<CertificateConferred> and(CertificateConferred one) {
        var all = new ArrayList<>(conferrals);
        all.add(one);
        return List.copyOf(all);
    }

    private Transcript holds(
            List<CertificateConferred> held,
            SortedMap<String, CertificateConferred> notAnyMore,
            String certificateId,
            boolean isBarred) {
        var not = new HashSet<>(barred);
        if (isBarred) not.add(certificateId);
        else not.remove(certificateId);
        return new Transcript(completions, entries, withdrawn, held, notAnyMore, Set.copyOf(not));
    }

    private Transcript completions(SortedMap<String, CourseCompleted> now) {
        return new Transcript(now, entries, withdrawn, conferrals, revoked, barred);
    }

    private Transcript entry(String id, TranscriptChange entry) {
        return new Transcript(
                completions, with(entries, id, entry), withdrawn, conferrals, revoked, barred);
    }

    private static <V> SortedMap<String, V> with(Map<String, V> map, String key, V value) {
        var changed = new TreeMap<>(map);
        changed.put(key, value);
        return Collections.unmodifiableSortedMap(changed);
    }

    private static <V> SortedMap<String, V> without(Map<String, V> map, String key) {
        var changed = new TreeMap<>(map);
        changed.remove(key);
        return Collections.unmodifiableSortedMap(changed);
    }
}

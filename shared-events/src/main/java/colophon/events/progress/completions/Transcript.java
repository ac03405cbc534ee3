package colophon.events.progress.completions;

import colophon.events.transcript.CompletionPosted;
import colophon.events.transcript.CompletionRemoved;
import colophon.events.transcript.ConferralPosted;
import colophon.events.transcript.ConferralRemoved;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.EntryWithdrawn;
import colophon.events.transcript.RequirementWaived;
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
 * @param barred certificates that a person revoked; they are not conferred again automatically
 */
public record Transcript(
        SortedMap<String, CompletionPosted> completions,
        SortedMap<String, TranscriptEvent> entries,
        SortedMap<String, String> withdrawn,
        List<ConferralPosted> conferrals,
        Set<String> barred) {

    /** A transcript without entries. */
    public static final Transcript EMPTY =
            new Transcript(
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    List.of(),
                    Set.of());

    /** The transcript after one more event. */
    public Transcript evolve(TranscriptEvent event) {
        return switch (event) {
            case CompletionPosted e -> completions(with(completions, e.enrollmentId(), e));
            case CompletionRemoved e -> completions(without(completions, e.enrollmentId()));
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
                            barred);
            case ConferralPosted e -> conferred(e);
            case ConferralRemoved e -> removed(e);
        };
    }

    /** The certificate of this kind that the student holds, or null. */
    public @Nullable ConferralPosted conferral(String certificateId) {
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
    public boolean supports(ConferralPosted conferral) {
        return conferral.completions().stream()
                        .allMatch(id -> completions.containsKey(id) || entries.containsKey(id))
                && conferral.allowances().stream().allMatch(entries::containsKey);
    }

    private Transcript conferred(ConferralPosted e) {
        var all = new ArrayList<>(conferrals);
        all.add(e);
        var free = new HashSet<>(barred);
        free.remove(e.certificateId());
        return new Transcript(completions, entries, withdrawn, List.copyOf(all), Set.copyOf(free));
    }

    private Transcript removed(ConferralRemoved e) {
        var left =
                conferrals.stream()
                        .filter(one -> !one.credentialId().equals(e.credentialId()))
                        .toList();
        var not = new HashSet<>(barred);
        if (e.barred()) not.add(e.certificateId());
        return new Transcript(completions, entries, withdrawn, left, Set.copyOf(not));
    }

    private Transcript completions(SortedMap<String, CompletionPosted> now) {
        return new Transcript(now, entries, withdrawn, conferrals, barred);
    }

    private Transcript entry(String id, TranscriptEvent entry) {
        return new Transcript(completions, with(entries, id, entry), withdrawn, conferrals, barred);
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

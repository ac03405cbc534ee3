package colophon.commands.transcript;

import static colophon.commands.Reason.ENTRY_NOT_FOUND;
import static colophon.commands.Reason.ENTRY_WITHDRAWN;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.NODE_UNKNOWN;

import static java.util.Objects.requireNonNullElse;

import colophon.commands.Refusal;
import colophon.commands.desk.Subject;
import colophon.events.enrollment.CourseCompleted;
import colophon.events.program.CourseListed;
import colophon.events.progress.Evaluation;
import colophon.events.progress.Goal;
import colophon.events.progress.Leaf;
import colophon.events.progress.Transcript;
import colophon.events.transcript.CompletionPosted;
import colophon.events.transcript.CompletionRemoved;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.EntryWithdrawn;
import colophon.events.transcript.RequirementWaived;
import colophon.events.transcript.TranscriptEvent;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of transcript entries. */
public final class Entries {

    /** How transcripts are loaded; the id is the student's. */
    public static final Subject<Transcript, TranscriptEvent> SUBJECT =
            new Subject<>("transcript", Transcript.EMPTY, Transcript::evolve);

    private Entries() {}

    /** Transfers credit. Returns an empty list if the same credit was transferred already. */
    public static List<TranscriptEvent> decide(
            TransferCredit r, CourseListed course, Transcript transcript, LocalDate today) {
        Predicate<CreditTransferred> same =
                before ->
                        before.courseId().equals(r.courseId())
                                && before.source().equals(r.source())
                                && before.reason().equals(r.reason())
                                && Objects.equals(before.grade(), r.grade())
                                && (r.units() == null || isSame(r.units(), before.units()))
                                && (r.completedOn() == null
                                        || r.completedOn().equals(before.completedOn()));
        if (isThere(transcript, r.creditId(), CreditTransferred.class, same)) return List.of();
        return List.of(
                new CreditTransferred(
                        r.studentId(),
                        r.creditId(),
                        course.courseId(),
                        course.programId(),
                        course.institutionId(),
                        r.units() == null ? course.units() : r.units(),
                        r.grade(),
                        requireNonNullElse(r.completedOn(), today),
                        r.source(),
                        r.reason()));
    }

    /**
     * Waives a node. Returns an empty list if the same was waived already.
     *
     * @param goal the goal of the candidacy in that version
     */
    public static List<TranscriptEvent> decide(
            WaiveRequirement r, int version, Goal goal, Transcript transcript, LocalDate today) {
        Predicate<RequirementWaived> same =
                before ->
                        before.certificateId().equals(r.certificateId())
                                && before.node().equals(r.node())
                                && before.reason().equals(r.reason())
                                && isSame(r.count(), before.count());
        if (isThere(transcript, r.waiverId(), RequirementWaived.class, same)) return List.of();
        var nodes = nodes(goal, today);
        if (!nodes.contains(r.node()))
            throw new Refusal(
                    NODE_UNKNOWN, "There is no node " + r.node() + " among " + nodes + ".");
        return List.of(
                new RequirementWaived(
                        r.studentId(),
                        r.waiverId(),
                        r.certificateId(),
                        version,
                        r.node(),
                        r.count(),
                        r.reason(),
                        today));
    }

    /**
     * Substitutes a course. {@code course} is the required one. Returns an empty list if that was
     * done already.
     */
    public static List<TranscriptEvent> decide(
            SubstituteCourse r, CourseListed course, Transcript transcript, LocalDate today) {
        Predicate<CourseSubstituted> same =
                before ->
                        before.certificateId().equals(r.certificateId())
                                && before.courseId().equals(r.courseId())
                                && before.byCourseId().equals(r.byCourseId())
                                && before.reason().equals(r.reason());
        if (isThere(transcript, r.substitutionId(), CourseSubstituted.class, same))
            return List.of();
        return List.of(
                new CourseSubstituted(
                        r.studentId(),
                        r.substitutionId(),
                        r.certificateId(),
                        course.courseId(),
                        course.programId(),
                        course.institutionId(),
                        r.byCourseId(),
                        r.reason(),
                        today));
    }

    /** Shares a credit. Returns an empty list if the same was recorded already. */
    public static List<TranscriptEvent> decide(ShareCredit r, Transcript transcript) {
        var shared =
                new CreditShared(
                        r.studentId(), r.sharingId(), r.creditId(), r.degree(), r.reason());
        if (isThere(transcript, r.sharingId(), CreditShared.class, shared::equals))
            return List.of();
        if (!transcript.completions().containsKey(r.creditId())
                && !(transcript.entries().get(r.creditId()) instanceof CreditTransferred))
            throw new Refusal(
                    ENTRY_NOT_FOUND,
                    "The transcript has no completion or transferred credit " + r.creditId() + ".");
        return List.of(shared);
    }

    /**
     * Withdraws an entry. Returns an empty list if it was withdrawn already for the same reason.
     */
    public static List<TranscriptEvent> decide(WithdrawEntry r, Transcript transcript) {
        var before = transcript.withdrawn().get(r.entryId());
        if (r.reason().equals(before)) return List.of();
        if (before != null) throw withdrawn(r.entryId(), before);
        if (!transcript.entries().containsKey(r.entryId()))
            throw new Refusal(ENTRY_NOT_FOUND, "The transcript has no entry " + r.entryId() + ".");
        return List.of(new EntryWithdrawn(r.studentId(), r.entryId(), r.reason()));
    }

    /** The transcript entry of a completion. */
    public static List<TranscriptEvent> posted(CourseCompleted completed, CourseListed course) {
        return List.of(
                new CompletionPosted(
                        completed.studentId(),
                        completed.enrollmentId(),
                        course.courseId(),
                        course.programId(),
                        course.institutionId(),
                        course.units(),
                        completed.grade(),
                        completed.completedOn()));
    }

    /** Removes a completion. Returns an empty list if the transcript does not have it. */
    public static List<TranscriptEvent> removed(
            String studentId, String enrollmentId, String reason, Transcript transcript) {
        return transcript.completions().containsKey(enrollmentId)
                ? List.of(new CompletionRemoved(studentId, enrollmentId, reason))
                : List.of();
    }

    /** True if the same entry exists. Refused if the id names another entry or a withdrawn one. */
    private static <E> boolean isThere(
            Transcript transcript, String id, Class<E> kind, Predicate<E> same) {
        var before = transcript.entries().get(id);
        var withdrawn = transcript.withdrawn().get(id);
        if (withdrawn != null) throw withdrawn(id, withdrawn);
        if (before == null) return false;
        if (kind.isInstance(before) && same.test(kind.cast(before))) return true;
        throw new Refusal(ID_TAKEN, "The transcript has another entry " + id + ".");
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static Refusal withdrawn(String id, String reason) {
        return new Refusal(
                ENTRY_WITHDRAWN, "Entry " + id + " was withdrawn for this reason: " + reason + ".");
    }

    private static List<String> nodes(Goal goal, LocalDate today) {
        var evaluation = Evaluation.of(goal, List.of(), today);
        return Stream.concat(evaluation.leaves().stream(), evaluation.spare().stream())
                .map(Leaf::node)
                .toList();
    }
}

package colophon.commands.transcript;

import static colophon.commands.Reason.ENTRY_NOT_FOUND;
import static colophon.commands.Reason.ENTRY_WITHDRAWN;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.NODE_UNKNOWN;

import static java.util.Objects.requireNonNullElse;

import colophon.commands.Refusal;
import colophon.commands.loading.StreamType;
import colophon.events.program.CourseListed;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.completions.Transcript;
import colophon.events.progress.tree.CountedNode;
import colophon.events.progress.tree.Evaluation;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.EntryWithdrawn;
import colophon.events.transcript.RequirementWaived;
import colophon.events.transcript.TranscriptChange;
import colophon.events.transcript.TranscriptEvent;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules of transcript entries. */
public final class TranscriptRules {

    /** How transcripts are loaded; the id is the student's. */
    public static final StreamType<Transcript, TranscriptEvent> STREAM =
            new StreamType<>("transcript", Transcript.EMPTY, Transcript::evolve);

    private TranscriptRules() {}

    /** Transfers credit. Returns an empty list if the same credit was transferred already. */
    public static List<TranscriptChange> decide(
            TransferCredit command, CourseListed course, Transcript transcript, LocalDate today) {
        Predicate<CreditTransferred> same =
                before ->
                        before.courseId().equals(command.courseId())
                                && before.source().equals(command.source())
                                && before.reason().equals(command.reason())
                                && Objects.equals(before.grade(), command.grade())
                                && (command.units() == null
                                        || isSame(command.units(), before.units()))
                                && (command.completedOn() == null
                                        || command.completedOn().equals(before.completedOn()));
        if (isThere(transcript, command.creditId(), CreditTransferred.class, same))
            return List.of();
        return List.of(
                new CreditTransferred(
                        command.studentId(),
                        command.creditId(),
                        course.courseId(),
                        course.programId(),
                        course.institutionId(),
                        command.units() == null ? course.units() : command.units(),
                        command.grade(),
                        requireNonNullElse(command.completedOn(), today),
                        command.source(),
                        command.reason()));
    }

    /**
     * Waives a node. Returns an empty list if the same was waived already.
     *
     * @param goal the goal of the candidacy in that version
     */
    public static List<TranscriptChange> decide(
            WaiveRequirement command,
            int version,
            CandidacyGoal goal,
            Transcript transcript,
            LocalDate today) {
        Predicate<RequirementWaived> same =
                before ->
                        before.certificateId().equals(command.certificateId())
                                && before.node().equals(command.node())
                                && before.reason().equals(command.reason())
                                && isSame(command.count(), before.count());
        if (isThere(transcript, command.waiverId(), RequirementWaived.class, same))
            return List.of();
        var nodes = nodes(goal, today);
        if (!nodes.contains(command.node()))
            throw new Refusal(
                    NODE_UNKNOWN, "There is no node " + command.node() + " among " + nodes + ".");
        return List.of(
                new RequirementWaived(
                        command.studentId(),
                        command.waiverId(),
                        command.certificateId(),
                        version,
                        command.node(),
                        command.count(),
                        command.reason(),
                        today));
    }

    /**
     * Substitutes a course. {@code course} is the required one. Returns an empty list if that was
     * done already.
     */
    public static List<TranscriptChange> decide(
            SubstituteCourse command, CourseListed course, Transcript transcript, LocalDate today) {
        Predicate<CourseSubstituted> same =
                before ->
                        before.certificateId().equals(command.certificateId())
                                && before.courseId().equals(command.courseId())
                                && before.byCourseId().equals(command.byCourseId())
                                && before.reason().equals(command.reason());
        if (isThere(transcript, command.substitutionId(), CourseSubstituted.class, same))
            return List.of();
        return List.of(
                new CourseSubstituted(
                        command.studentId(),
                        command.substitutionId(),
                        command.certificateId(),
                        course.courseId(),
                        course.programId(),
                        course.institutionId(),
                        command.byCourseId(),
                        command.reason(),
                        today));
    }

    /** Shares a credit. Returns an empty list if the same was recorded already. */
    public static List<TranscriptChange> decide(ShareCredit command, Transcript transcript) {
        var shared =
                new CreditShared(
                        command.studentId(),
                        command.sharingId(),
                        command.creditId(),
                        command.degree(),
                        command.reason());
        if (isThere(transcript, command.sharingId(), CreditShared.class, shared::equals))
            return List.of();
        if (!transcript.completions().containsKey(command.creditId())
                && !(transcript.entries().get(command.creditId()) instanceof CreditTransferred))
            throw new Refusal(
                    ENTRY_NOT_FOUND,
                    "The transcript has no completion or transferred credit "
                            + command.creditId()
                            + ".");
        return List.of(shared);
    }

    /**
     * Withdraws an entry. Returns an empty list if it was withdrawn already for the same reason.
     */
    public static List<TranscriptChange> decide(
            WithdrawTranscriptEntry command, Transcript transcript) {
        var before = transcript.withdrawn().get(command.entryId());
        if (command.reason().equals(before)) return List.of();
        if (before != null) throw withdrawn(command.entryId(), before);
        if (!transcript.entries().containsKey(command.entryId()))
            throw new Refusal(
                    ENTRY_NOT_FOUND, "The transcript has no entry " + command.entryId() + ".");
        return List.of(
                new EntryWithdrawn(command.studentId(), command.entryId(), command.reason()));
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

    private static List<String> nodes(CandidacyGoal goal, LocalDate today) {
        var evaluation = Evaluation.of(goal, List.of(), today);
        return Stream.concat(evaluation.leaves().stream(), evaluation.spare().stream())
                .map(CountedNode::node)
                .toList();
    }
}

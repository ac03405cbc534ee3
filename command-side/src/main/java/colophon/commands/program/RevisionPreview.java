package colophon.commands.program;

import colophon.events.requirement.Requirement;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Computes the effect of a revision on all candidates: information for people that no decision
 * needs.
 */
public interface RevisionPreview {

    /**
     * The effect of another requirement on the current candidates.
     *
     * @param pathways ids of the courses, by pathway id
     */
    Effect of(String certificateId, Requirement requirement, Map<String, Set<String>> pathways);

    /**
     * The affected candidates. No candidate loses anything: a candidacy keeps its version, and no
     * certificate is revoked.
     *
     * @param undecided candidates whose result takes too much work to decide
     */
    record Effect(Candidates wouldComplete, Candidates wouldLose, Candidates undecided) {}

    /** The number of candidates, and the ids of the first 200. */
    record Candidates(int count, List<String> students) {}
}

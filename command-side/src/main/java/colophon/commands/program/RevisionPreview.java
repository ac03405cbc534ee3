package colophon.commands.program;

import colophon.events.requirement.Requirement;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who reads of all candidates what a decision does not need to know: only people want to. */
public interface RevisionPreview {

    /**
     * What another requirement would mean to those who are candidates now.
     *
     * @param pathways ids of the courses, by id of the pathway
     */
    Effect of(String certificateId, Requirement requirement, Map<String, Set<String>> pathways);

    /**
     * Both by student id. Nobody loses what they have: a candidacy keeps its version, and a
     * certificate is never taken back for it.
     *
     * @param undecided of whom it would take too much work to tell
     */
    record Effect(Candidates wouldComplete, Candidates wouldLose, Candidates undecided) {}

    /** How many, and the ids of the first 200. */
    record Candidates(int count, List<String> students) {}
}

package colophon.views.history;

import colophon.events.EventDetails;
import colophon.views.reading.past.PastEvents;

/** Answers: is a commit about a student? Reads the log itself, so that no commit is too new. */
public final class StudentCommits {

    private final PastEvents log;

    /** Asks this log. */
    public StudentCommits(PastEvents log) {
        this.log = log;
    }

    /** True if there is a commit of that number, and one of its events names the student. */
    public boolean isAbout(String studentId, long commit) {
        return log.commit(commit).stream()
                .anyMatch(fact -> studentId.equals(EventDetails.studentId(fact.event())));
    }
}

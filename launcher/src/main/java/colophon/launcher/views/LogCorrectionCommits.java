package colophon.launcher.views;

import colophon.commands.rights.CorrectionCommits;
import colophon.views.history.StudentCommits;
import colophon.views.reading.past.PastEvents;

import org.springframework.stereotype.Component;

/** Looks up in the log what a commit is about. */
@Component
class LogCorrectionCommits implements CorrectionCommits {

    private final StudentCommits commits;

    LogCorrectionCommits(PastEvents log) {
        this.commits = new StudentCommits(log);
    }

    @Override
    public boolean isAbout(String studentId, long commit) {
        return commits.isAbout(studentId, commit);
    }
}

package colophon.launcher.views;

import colophon.commands.program.RevisionPreview;
import colophon.events.requirement.Requirement;
import colophon.views.progress.RevisionImpact;
import colophon.views.reading.ViewDatabase;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Set;

/** Previews the effect of a revision from the current views. No decision uses it. */
@Component
class ViewRevisionPreview implements RevisionPreview {

    private final ViewDatabase database;

    ViewRevisionPreview(ViewDatabase database) {
        this.database = database;
    }

    @Override
    public Effect of(
            String certificateId, Requirement requirement, Map<String, Set<String>> pathways) {
        var revision = RevisionImpact.of(database.snapshot(), certificateId, requirement, pathways);
        return new Effect(
                candidates(revision.wouldComplete()),
                candidates(revision.wouldLose()),
                candidates(revision.undecided()));
    }

    private static Candidates candidates(RevisionImpact.AffectedStudents some) {
        return new Candidates(some.count(), some.students());
    }
}

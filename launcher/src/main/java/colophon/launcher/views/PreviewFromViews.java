package colophon.launcher.views;

import colophon.commands.program.RevisionPreview;
import colophon.events.requirement.Requirement;
import colophon.views.progress.Revision;
import colophon.views.reading.Library;

import org.springframework.stereotype.Component;

import java.util.Map;
import java.util.Set;

/** Previews the effect of a revision from the current views. No decision uses it. */
@Component
class PreviewFromViews implements RevisionPreview {

    private final Library library;

    PreviewFromViews(Library library) {
        this.library = library;
    }

    @Override
    public Effect of(
            String certificateId, Requirement requirement, Map<String, Set<String>> pathways) {
        var revision = Revision.of(library.edition(), certificateId, requirement, pathways);
        return new Effect(
                candidates(revision.wouldComplete()),
                candidates(revision.wouldLose()),
                candidates(revision.undecided()));
    }

    private static Candidates candidates(Revision.Some some) {
        return new Candidates(some.count(), some.students());
    }
}

package colophon.commands.student;

import colophon.events.student.CandidacyDeclared;
import colophon.events.student.CandidacyMoved;
import colophon.events.student.CandidacyReinstated;
import colophon.events.student.LeaveGranted;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * A candidacy of a student, in its current state.
 *
 * @param requirementVersion the version it falls under
 * @param pathway the pathway it is in, or null
 * @param reinstated the last reinstatement, or null
 */
public record Candidacy(
        CandidacyDeclared as,
        int requirementVersion,
        @Nullable String pathway,
        List<LeaveGranted> leaves,
        @Nullable CandidacyReinstated reinstated) {

    static Candidacy of(CandidacyDeclared e) {
        return new Candidacy(e, e.requirementVersion(), e.pathway(), List.of(), null);
    }

    Candidacy moved(CandidacyMoved e) {
        return new Candidacy(as, e.requirementVersion(), e.pathway(), leaves, reinstated);
    }

    Candidacy granted(LeaveGranted e) {
        var all = new ArrayList<>(leaves);
        all.add(e);
        return new Candidacy(as, requirementVersion, pathway, List.copyOf(all), reinstated);
    }

    Candidacy reinstated(CandidacyReinstated e) {
        return new Candidacy(as, requirementVersion, pathway, leaves, e);
    }
}

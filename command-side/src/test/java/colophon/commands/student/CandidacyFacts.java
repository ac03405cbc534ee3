package colophon.commands.student;

import colophon.commands.program.Certificate;
import colophon.events.privacy.Sealed;
import colophon.events.program.CertificateDefined;
import colophon.events.program.Lapse;
import colophon.events.program.Pathway;
import colophon.events.program.RequirementRevised;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.events.student.CandidacyDeclared;
import colophon.events.student.StudentRegistered;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/** Student s-1, who declared for certificate c-1 in pathway web. */
final class CandidacyFacts {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private CandidacyFacts() {}

    static StudentRegistered registered() {
        return new StudentRegistered(
                "s-1", new Sealed("Ada"), new Sealed("Lovelace"), null, "fingerprint");
    }

    static CandidacyDeclared declared() {
        return new CandidacyDeclared("s-1", "c-1", "rbs", "uva", 1, false, "web", TODAY);
    }

    /** Versions 1 and 2 have pathways web and data; version 3 has none. */
    static Certificate.Defined certificate(@Nullable Lapse lapse) {
        var any = new Requirement.Courses(5, new CourseSet.OfProgram());
        var pathways =
                List.of(
                        new Pathway("web", "Web", List.of("m-1")),
                        new Pathway("data", "Data", List.of("m-2")));
        Certificate state =
                Certificate.evolve(
                        Certificate.STREAM.initial(),
                        new CertificateDefined(
                                "c-1",
                                "rbs",
                                "uva",
                                "Books",
                                "automatic",
                                1,
                                TODAY,
                                any,
                                pathways,
                                lapse));
        state = Certificate.evolve(state, new RequirementRevised("c-1", 2, TODAY, any, pathways));
        state = Certificate.evolve(state, new RequirementRevised("c-1", 3, TODAY, any, List.of()));
        return Certificate.defined(state, "c-1");
    }
}

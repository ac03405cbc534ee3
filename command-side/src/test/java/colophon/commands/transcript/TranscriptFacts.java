package colophon.commands.transcript;

import colophon.events.enrollment.CourseCompleted;
import colophon.events.program.CourseListed;
import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.CreditShared;
import colophon.events.transcript.CreditTransferred;
import colophon.events.transcript.EntryWithdrawn;
import colophon.events.transcript.RequirementWaived;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Transcript entries of student s-1. */
final class TranscriptFacts {

    static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    static final BigDecimal THREE = new BigDecimal("3");
    static final CourseListed COURSE =
            new CourseListed("m-1", "rbs", "uva", "Paleography", null, THREE, List.of());

    private TranscriptFacts() {}

    static CreditTransferred credit(BigDecimal units, LocalDate on) {
        return new CreditTransferred(
                "s-1", "x-1", "m-1", "rbs", "uva", units, "A", on, "North", "same syllabus");
    }

    static RequirementWaived waiver(@Nullable BigDecimal count) {
        return new RequirementWaived("s-1", "x-1", "c-1", 2, "/courses", count, "known", TODAY);
    }

    static CourseSubstituted substitution() {
        return new CourseSubstituted(
                "s-1", "x-1", "c-1", "m-1", "rbs", "uva", "m-9", "not offered", TODAY);
    }

    static CreditShared sharing(String creditId) {
        return new CreditShared("s-1", "x-1", creditId, "MA", "says its registrar");
    }

    static CourseCompleted completion() {
        return new CourseCompleted("e-1", "s-1", "m-1", "rbs", "uva", THREE, "A", MAY);
    }

    static EntryWithdrawn withdrawn() {
        return new EntryWithdrawn("s-1", "x-1", "mistaken");
    }
}

package colophon.events.progress.completions;

import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.RequirementWaived;

import java.util.List;

/** What an administrator waived or substituted for one student toward one certificate. */
public record Allowances(List<RequirementWaived> waivers, List<CourseSubstituted> substitutions) {

    /** No waiver and no substitution. */
    public static final Allowances NONE = new Allowances(List.of(), List.of());
}

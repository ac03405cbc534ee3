package colophon.events.progress;

import colophon.events.transcript.CourseSubstituted;
import colophon.events.transcript.RequirementWaived;

import java.util.List;

/** What an administrator allowed one student toward one certificate. */
public record Allowances(List<RequirementWaived> waivers, List<CourseSubstituted> substitutions) {

    /** Nothing was allowed. */
    public static final Allowances NONE = new Allowances(List.of(), List.of());
}

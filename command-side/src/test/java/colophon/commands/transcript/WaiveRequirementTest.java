package colophon.commands.transcript;

import static colophon.commands.Given.given;
import static colophon.commands.Reason.ENTRY_WITHDRAWN;
import static colophon.commands.Reason.ID_TAKEN;
import static colophon.commands.Reason.NODE_UNKNOWN;
import static colophon.commands.transcript.TranscriptFacts.MAY;
import static colophon.commands.transcript.TranscriptFacts.THREE;
import static colophon.commands.transcript.TranscriptFacts.TODAY;
import static colophon.commands.transcript.TranscriptFacts.credit;
import static colophon.commands.transcript.TranscriptFacts.waiver;
import static colophon.commands.transcript.TranscriptFacts.withdrawn;

import colophon.events.progress.completions.Allowances;
import colophon.events.progress.completions.CandidacyGoal;
import colophon.events.progress.completions.Transcript;
import colophon.events.requirement.CourseSet;
import colophon.events.requirement.Requirement;
import colophon.events.requirement.Requirement.Choose;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Units;
import colophon.events.transcript.RequirementWaived;
import colophon.events.transcript.TranscriptChange;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

class WaiveRequirementTest {

    private static final Requirement FIVE = new Courses(5, new CourseSet.OfProgram());

    @Test
    void waives_so_much_of_a_node_under_the_version_of_the_candidacy() {
        given(TranscriptRules.STREAM)
                .when(state -> waive(state, FIVE, "/courses", THREE))
                .then(waiver(THREE));
    }

    @Test
    void waives_all_of_a_node() {
        given(TranscriptRules.STREAM)
                .when(state -> waive(state, FIVE, "/courses", null))
                .then(waiver(null));
    }

    @Test
    void waives_a_node_of_a_choice_that_is_not_the_nearest() {
        var choice = new Choose(1, List.of(FIVE, new Units(THREE, new CourseSet.OfProgram())));
        given(TranscriptRules.STREAM)
                .when(state -> waive(state, choice, "/choose/of/0/courses", null))
                .then(
                        new RequirementWaived(
                                "s-1",
                                "x-1",
                                "c-1",
                                2,
                                "/choose/of/0/courses",
                                null,
                                "known",
                                TODAY));
    }

    @Test
    void refuses_a_node_there_is_not_and_names_those_there_are() {
        given(TranscriptRules.STREAM)
                .when(state -> waive(state, FIVE, "/units", null))
                .thenRefused(NODE_UNKNOWN, "/units", "/courses");
    }

    @Test
    void recognises_a_repeated_request_however_the_count_is_written() {
        given(TranscriptRules.STREAM, waiver(THREE))
                .when(state -> waive(state, FIVE, "/courses", new BigDecimal("3.0")))
                .thenNothing();
    }

    @Test
    void refuses_the_id_of_another_waiver() {
        given(TranscriptRules.STREAM, waiver(THREE))
                .when(state -> waive(state, FIVE, "/courses", null))
                .thenRefused(ID_TAKEN, "x-1");
    }

    @Test
    void refuses_the_id_of_a_credit() {
        given(TranscriptRules.STREAM, credit(THREE, MAY))
                .when(state -> waive(state, FIVE, "/courses", null))
                .thenRefused(ID_TAKEN, "x-1");
    }

    @Test
    void refuses_what_was_withdrawn() {
        given(TranscriptRules.STREAM, waiver(null), withdrawn())
                .when(state -> waive(state, FIVE, "/courses", null))
                .thenRefused(ENTRY_WITHDRAWN, "x-1", "mistaken");
    }

    private static List<TranscriptChange> waive(
            Transcript state, Requirement requirement, String node, @Nullable BigDecimal count) {
        return TranscriptRules.decide(
                new WaiveRequirement("x-1", "s-1", "c-1", node, count, "known"),
                2,
                new CandidacyGoal("rbs", "uva", requirement, Set.of(), Allowances.NONE),
                state,
                TODAY);
    }
}

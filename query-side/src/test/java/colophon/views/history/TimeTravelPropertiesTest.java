package colophon.views.history;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.events.Recorded;
import colophon.views.QuerySide;
import colophon.views.School;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The answer for a moment never changes afterwards. */
@Tag("io")
class TimeTravelPropertiesTest {

    private static final Instant FIRST = Instant.parse("2026-03-01T12:00:00Z");

    private static final long DAY = 24 * 3_600_000L;

    /** All answers at one moment: body, status and position by query. */
    private record Given(Instant at, Map<String, String> answers) {}

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void an_answer_with_known_at_is_the_answer_that_was_given_then(@ForAll long seed)
            throws Exception {
        var random = new Random(seed);
        var school = new RandomSchool(seed);
        var world = QuerySide.empty();
        var given = new ArrayList<Given>();
        var recorded = FIRST;
        given.add(answers(world, school, FIRST.minusMillis(1)));
        School.opens(world, FIRST);
        for (int i = 0; i < 25; i++) {
            recorded = recorded.plusMillis(2 + random.nextInt(3) * 40_000_000L);
            world.commitAt(recorded, school.next());
            // more commits in the same millisecond, and a clock that went back, before any query
            while (random.nextInt(4) == 0)
                world.commitAt(recorded.minusMillis(random.nextInt(2)), school.next());
            var asked = random.nextBoolean() ? recorded : recorded.plusNanos(999_999);
            given.add(answers(world, school, asked));
        }
        world.now(recorded.plus(Duration.ofDays(400)));
        for (var then : school.shuffled(given))
            for (var question : then.answers.keySet())
                assertThat(answer(world, with(question, "knownAt=" + then.at)))
                        .as("%s at %s", question, then.at)
                        .isEqualTo(then.answers.get(question));
    }

    /**
     * A clock jumps ahead by days and back again, in one process or in two. What was known at an
     * instant is decided by the last commit that is not later than the instant. So the answer given
     * when that commit was the newest stays the answer for the instant.
     */
    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void clocks_that_jump_ahead_and_back_leave_no_commit_out_of_what_was_known(@ForAll long seed)
            throws Exception {
        var random = new Random(seed);
        var school = new RandomSchool(seed);
        var world = QuerySide.empty();
        var given = new ArrayList<Given>();
        School.opens(world, FIRST);
        var off = 0L;
        for (int i = 0; i < 30; i++) {
            if (random.nextInt(4) == 0) off = (random.nextInt(7) - 3) * DAY;
            var clock = FIRST.plusMillis(10 * DAY + i * 60_000L + off);
            world.commitAt(clock, school.next());
            given.add(answers(world, school, clock));
        }
        world.now(FIRST.plus(Duration.ofDays(400)));
        for (int i = 0; i < given.size(); i++) {
            var then = given.get(i);
            if (given.subList(i + 1, given.size()).stream()
                    .anyMatch(one -> !one.at.isAfter(then.at)))
                continue; // the clock was here before, when less was known
            for (var question : then.answers.keySet())
                assertThat(answer(world, with(question, "knownAt=" + then.at)))
                        .as("%s at %s", question, then.at)
                        .isEqualTo(then.answers.get(question));
        }
        var last = given.getLast();
        world.now(last.at);
        for (var question : last.answers.keySet())
            assertThat(answer(world, with(question, "knownAt=" + last.at)))
                    .as("%s now", question)
                    .isEqualTo(last.answers.get(question));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void an_answer_with_as_of_knows_only_what_was_in_effect_by_that_day(@ForAll long seed)
            throws Exception {
        var school = new RandomSchool(seed);
        var world = QuerySide.empty();
        School.opens(world, FIRST);
        for (int i = 0; i < 35; i++) world.commitAt(FIRST.plusSeconds(60 + i), school.next());
        var log = world.log();
        var day = school.day();
        var told = bodies(world, school, "asOf=" + day);

        var other = QuerySide.empty();
        var kept = new ArrayList<Recorded<?>>();
        for (var fact : log) if (inEffect(fact, log, day)) kept.add(fact);
        for (int i = 0; i < kept.size(); i++) replay(other, kept, i);
        other.now(Instant.parse(day + "T16:00:00Z"));
        assertThat(told).isEqualTo(bodies(other, school, ""));
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void both_together_know_what_had_been_recorded_of_what_was_in_effect(@ForAll long seed)
            throws Exception {
        var school = new RandomSchool(seed);
        var world = QuerySide.empty();
        School.opens(world, FIRST);
        for (int i = 0; i < 20; i++) world.commitAt(FIRST.plusSeconds(60 + i), school.next());
        var day = school.day();
        var then = bodies(world, school, "asOf=" + day);
        var questions = List.copyOf(school.questions());
        for (int i = 20; i < 35; i++) world.commitAt(FIRST.plusSeconds(60 + i), school.next());
        var known = "&knownAt=" + FIRST.plusSeconds(60 + 19);
        for (var question : questions)
            assertThat(body(world, with(question, "asOf=" + day + known)))
                    .as(question)
                    .isEqualTo(then.get(question));
    }

    /** Works differently from the tested code: it searches the whole log for a companion's day. */
    private static boolean inEffect(Recorded<?> fact, List<Recorded<?>> log, LocalDate day) {
        var commit =
                log.stream()
                        .filter(other -> other.position() == fact.position())
                        .<Object>map(Recorded::event)
                        .toList();
        var on = CommitDates.on(fact.event(), commit);
        return on == null || !on.isAfter(day);
    }

    private static void replay(QuerySide world, List<Recorded<?>> kept, int i) {
        var fact = kept.get(i);
        var last = i == kept.size() - 1 || kept.get(i + 1).position() != fact.position();
        world.deliver(fact, last ? Recorded.LAST : fact.offset());
    }

    private static Given answers(QuerySide world, RandomSchool school, Instant at)
            throws Exception {
        world.now(at);
        var answers = new HashMap<String, String>();
        for (var question : school.questions()) answers.put(question, answer(world, question));
        return new Given(at, answers);
    }

    private static Map<String, String> bodies(QuerySide world, RandomSchool school, String moment)
            throws Exception {
        var answers = new HashMap<String, String>();
        for (var question : school.questions())
            answers.put(
                    question, body(world, moment.isEmpty() ? question : with(question, moment)));
        return answers;
    }

    private static String answer(QuerySide world, String path) throws Exception {
        var response = world.ask(path).andReturn().getResponse();
        return response.getStatus()
                + " at "
                + response.getHeader("Event-Position")
                + ": "
                + response.getContentAsString();
    }

    private static String body(QuerySide world, String path) throws Exception {
        var response = world.ask(path).andReturn().getResponse();
        return response.getStatus() + ": " + response.getContentAsString();
    }

    private static String with(String question, String parameters) {
        return question + (question.contains("?") ? "&" : "?") + parameters;
    }
}

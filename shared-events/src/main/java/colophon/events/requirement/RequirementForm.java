package colophon.events.requirement;

import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.Within;

import org.jspecify.annotations.Nullable;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one form a requirement has in JSON, in requests, events and answers alike, as plain maps,
 * lists, strings and integers, so that no JSON library is needed to read it.
 */
public final class RequirementForm {

    /** A tree deeper than this is refused: no real certificate needs more. */
    private static final int DEPTH = 8;

    private static final Set<String> NODES = Set.of("courses", "allOf");

    private RequirementForm() {}

    /** The form of a requirement; {@link #read} gives the same requirement back. */
    public static Map<String, Object> write(Requirement requirement) {
        var form = new LinkedHashMap<String, Object>();
        switch (requirement) {
            case Courses courses -> {
                var node = new LinkedHashMap<String, Object>();
                node.put("count", courses.count());
                node.put("of", write(courses.of()));
                form.put("courses", node);
            }
            case AllOf all ->
                    form.put("allOf", all.parts().stream().map(RequirementForm::write).toList());
            case Within within -> {
                form.putAll(write(within.inner()));
                form.put("within", within.period().toString());
            }
        }
        return form;
    }

    /**
     * Reads a form. {@code form} is what a JSON library makes of an object: maps, lists, strings,
     * integers.
     *
     * @throws InvalidRequirement with the place of the first mistake
     */
    public static Requirement read(@Nullable Object form) {
        return node(form, "", DEPTH);
    }

    private static Requirement node(@Nullable Object form, String at, int depth) {
        if (depth == 0) throw new InvalidRequirement(at, "is nested too deeply");
        if (!(form instanceof Map<?, ?> map)) throw new InvalidRequirement(at, "must be an object");
        for (var key : map.keySet())
            if (!NODES.contains(String.valueOf(key)) && !"within".equals(key))
                throw new InvalidRequirement(
                        at + "/" + escaped(key), "is not a part of a requirement");
        if (map.containsKey("courses") == map.containsKey("allOf"))
            throw new InvalidRequirement(at, "must have exactly one of courses and allOf");
        var inner =
                map.containsKey("courses")
                        ? courses(map.get("courses"), at + "/courses")
                        : allOf(map.get("allOf"), at + "/allOf", depth);
        return map.containsKey("within")
                ? new Within(period(map.get("within"), at + "/within"), inner)
                : inner;
    }

    private static Requirement courses(@Nullable Object form, String at) {
        if (!(form instanceof Map<?, ?> map)) throw new InvalidRequirement(at, "must be an object");
        for (var key : map.keySet())
            if (!"count".equals(key) && !"of".equals(key))
                throw new InvalidRequirement(at + "/" + escaped(key), "is not a part of courses");
        if (!(map.get("count") instanceof Integer count) || count < 1 || count > 100)
            throw new InvalidRequirement(at + "/count", "must be a whole number from 1 to 100");
        var of = courseSet(map.get("of"), at + "/of");
        if (of instanceof OfList list && list.courseIds().size() < count)
            throw new InvalidRequirement(at + "/of", "names fewer courses than count asks for");
        return new Courses(count, of);
    }

    private static Requirement allOf(@Nullable Object form, String at, int depth) {
        if (!(form instanceof List<?> list) || list.isEmpty() || list.size() > 50)
            throw new InvalidRequirement(at, "must be a list of 1 to 50 requirements");
        var parts = new ArrayList<Requirement>();
        for (var part : list) parts.add(node(part, at + "/" + parts.size(), depth - 1));
        return new AllOf(List.copyOf(parts));
    }

    private static Period period(@Nullable Object form, String at) {
        try {
            var period = Period.parse(String.valueOf(form));
            if (period.isNegative()
                    || period.isZero()
                    || period.toTotalMonths() > 1200
                    || period.getDays() > 36_500)
                throw new InvalidRequirement(at, "must be a period between a day and 100 years");
            return period;
        } catch (DateTimeParseException | ArithmeticException e) {
            throw new InvalidRequirement(at, "must be an ISO-8601 period like P8Y");
        }
    }

    private static CourseSet courseSet(@Nullable Object form, String at) {
        if ("program".equals(form)) return new OfProgram();
        if ("any".equals(form)) return new OfInstitution();
        if (form instanceof List<?> list && !list.isEmpty() && list.size() <= 500)
            return listed(list, at);
        throw new InvalidRequirement(at, "must be \"program\", \"any\" or a list of course ids");
    }

    private static CourseSet listed(List<?> list, String at) {
        var ids = new LinkedHashSet<String>();
        for (var id : list)
            if (!(id instanceof String text) || !ids.add(text))
                throw new InvalidRequirement(at, "must name each course once, by its id");
        return new OfList(ids);
    }

    private static Object write(CourseSet of) {
        return switch (of) {
            case OfProgram _ -> "program";
            case OfInstitution _ -> "any";
            case OfList list -> List.copyOf(list.courseIds());
        };
    }

    private static String escaped(@Nullable Object key) {
        return String.valueOf(key).replace("~", "~0").replace("/", "~1");
    }
}

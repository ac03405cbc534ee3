package colophon.events.requirement;

import colophon.events.requirement.CourseSet.OfInstitution;
import colophon.events.requirement.CourseSet.OfList;
import colophon.events.requirement.CourseSet.OfPathway;
import colophon.events.requirement.CourseSet.OfProgram;
import colophon.events.requirement.Requirement.AllOf;
import colophon.events.requirement.Requirement.Choose;
import colophon.events.requirement.Requirement.Courses;
import colophon.events.requirement.Requirement.MaxShared;
import colophon.events.requirement.Requirement.MaxTransferred;
import colophon.events.requirement.Requirement.MinimumGrade;
import colophon.events.requirement.Requirement.Units;
import colophon.events.requirement.Requirement.Within;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON form of a requirement, the same in requests, events and answers. It uses plain maps,
 * lists, strings and integers, so that reading it needs no JSON library.
 */
public final class RequirementForm {

    /** The deepest tree that is accepted; no real certificate needs more. */
    private static final int DEPTH = 8;

    private static final List<String> NODES = List.of("courses", "units", "allOf", "choose");

    private static final Set<String> LIMITS =
            Set.of("within", "minimumGrade", "maxShared", "maxTransferred");

    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(1_000);

    private RequirementForm() {}

    /** The form of a requirement; {@link #read} gives the same requirement back. */
    public static Map<String, Object> write(Requirement requirement) {
        var form = new LinkedHashMap<String, Object>();
        switch (requirement) {
            case Courses courses -> form.put("courses", counted(courses.count(), courses.of()));
            case Units units -> form.put("units", counted(number(units.count()), units.of()));
            case AllOf all -> form.put("allOf", written(all.parts()));
            case Choose choose -> {
                var node = new LinkedHashMap<String, Object>();
                node.put("count", choose.count());
                node.put("of", written(choose.parts()));
                form.put("choose", node);
            }
            case Within within -> {
                form.putAll(write(within.inner()));
                form.put("within", within.period().toString());
            }
            case MinimumGrade minimum -> {
                form.putAll(write(minimum.inner()));
                form.put("minimumGrade", minimum.grade());
            }
            case MaxShared shared -> {
                form.putAll(write(shared.inner()));
                form.put("maxShared", number(shared.units()));
            }
            case MaxTransferred transferred -> {
                form.putAll(write(transferred.inner()));
                form.put("maxTransferred", number(transferred.units()));
            }
        }
        return form;
    }

    /** The form of a set: "program", "any", "pathway" or a list of course ids. */
    public static Object write(CourseSet of) {
        return switch (of) {
            case OfProgram _ -> "program";
            case OfInstitution _ -> "any";
            case OfPathway _ -> "pathway";
            case OfList list -> List.copyOf(list.courseIds());
        };
    }

    /** An amount in the form: a whole number, or text if there are decimals. */
    public static Object number(BigDecimal amount) {
        var plain = plain(amount);
        return plain.scale() == 0 ? plain.intValueExact() : plain.toPlainString();
    }

    /** The same amount without trailing zeros. */
    public static BigDecimal plain(BigDecimal amount) {
        var shortest = amount.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /**
     * Reads a form. {@code form} is a JSON object as maps, lists, strings and integers. Limits
     * beside a node may come in any order; the window is the outermost, then the grade, then the
     * caps.
     *
     * @throws InvalidRequirement with the pointer to the first mistake
     */
    public static Requirement read(@Nullable Object form) {
        return node(form, "", DEPTH);
    }

    private static Requirement node(@Nullable Object form, String at, int depth) {
        if (depth == 0) throw new InvalidRequirement(at, "is nested too deeply");
        if (!(form instanceof Map<?, ?> map)) throw new InvalidRequirement(at, "must be an object");
        for (var key : map.keySet())
            if (!NODES.contains(String.valueOf(key)) && !LIMITS.contains(String.valueOf(key)))
                throw new InvalidRequirement(
                        at + "/" + escaped(key), "is not a part of a requirement");
        var kinds = NODES.stream().filter(map::containsKey).toList();
        if (kinds.size() != 1)
            throw new InvalidRequirement(
                    at, "must have exactly one of courses, units, allOf and choose");
        var kind = kinds.getFirst();
        var inside = map.get(kind);
        var place = at + "/" + kind;
        var node =
                switch (kind) {
                    case "courses" -> courses(inside, place);
                    case "units" -> units(inside, place);
                    case "allOf" -> new AllOf(parts(inside, place, depth));
                    default -> choose(inside, place, depth);
                };
        return limited(node, map, at);
    }

    private static Requirement limited(Requirement node, Map<?, ?> map, String at) {
        var limited = node;
        if (map.containsKey("maxTransferred"))
            limited = new MaxTransferred(cap(map, "maxTransferred", at), limited);
        if (map.containsKey("maxShared"))
            limited = new MaxShared(cap(map, "maxShared", at), limited);
        if (map.containsKey("minimumGrade"))
            limited = new MinimumGrade(grade(map.get("minimumGrade"), at), limited);
        if (map.containsKey("within"))
            limited = new Within(period(map.get("within"), at + "/within"), limited);
        return limited;
    }

    private static String grade(@Nullable Object form, String at) {
        if (form instanceof String grade && Grade.isMinimum(grade)) return grade;
        throw new InvalidRequirement(at + "/minimumGrade", "must be a grade from A+ to D-");
    }

    private static BigDecimal cap(Map<?, ?> map, String name, String at) {
        var cap = amount(map.get(name));
        if (cap == null)
            throw new InvalidRequirement(
                    at + "/" + name,
                    "must be units from 0 to 1000: a whole number, or text with 1 or 2 decimals");
        return cap;
    }

    private static Requirement units(@Nullable Object form, String at) {
        var map = counting(form, at, "units");
        var count = amount(map.get("count"));
        if (count == null || count.signum() == 0)
            throw new InvalidRequirement(
                    at + "/count",
                    "must be units above 0 up to 1000: a whole number, or text with 1 or 2"
                            + " decimals");
        return new Units(count, courseSet(map.get("of"), at + "/of"));
    }

    /** Null if the form is not a valid amount. */
    private static @Nullable BigDecimal amount(@Nullable Object form) {
        var text = form instanceof Integer || form instanceof String ? form.toString() : "";
        if (!text.matches("[0-9]{1,4}([.][0-9]{1,2})?")) return null;
        var amount = new BigDecimal(text);
        return amount.compareTo(MOST_UNITS) > 0 ? null : amount;
    }

    private static Requirement choose(@Nullable Object form, String at, int depth) {
        var map = counting(form, at, "choose");
        var parts = parts(map.get("of"), at + "/of", depth);
        if (!(map.get("count") instanceof Integer count) || count < 1 || count > parts.size())
            throw new InvalidRequirement(
                    at + "/count", "must be a whole number from 1 to the number of parts");
        return new Choose(count, parts);
    }

    private static Map<?, ?> counting(@Nullable Object form, String at, String node) {
        if (!(form instanceof Map<?, ?> map)) throw new InvalidRequirement(at, "must be an object");
        for (var key : map.keySet())
            if (!"count".equals(key) && !"of".equals(key))
                throw new InvalidRequirement(at + "/" + escaped(key), "is not a part of " + node);
        return map;
    }

    private static Requirement courses(@Nullable Object form, String at) {
        var map = counting(form, at, "courses");
        if (!(map.get("count") instanceof Integer count) || count < 1 || count > 100)
            throw new InvalidRequirement(at + "/count", "must be a whole number from 1 to 100");
        var of = courseSet(map.get("of"), at + "/of");
        if (of instanceof OfList list && list.courseIds().size() < count)
            throw new InvalidRequirement(at + "/of", "names fewer courses than count asks for");
        return new Courses(count, of);
    }

    private static List<Requirement> parts(@Nullable Object form, String at, int depth) {
        if (!(form instanceof List<?> list) || list.isEmpty() || list.size() > 50)
            throw new InvalidRequirement(at, "must be a list of 1 to 50 requirements");
        var parts = new ArrayList<Requirement>();
        for (var part : list) parts.add(node(part, at + "/" + parts.size(), depth - 1));
        return List.copyOf(parts);
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
        if ("pathway".equals(form)) return new OfPathway();
        if (form instanceof List<?> list && !list.isEmpty() && list.size() <= 500)
            return listed(list, at);
        throw new InvalidRequirement(
                at, "must be \"program\", \"any\", \"pathway\" or a list of course ids");
    }

    private static CourseSet listed(List<?> list, String at) {
        var ids = new LinkedHashSet<String>();
        for (var id : list)
            if (!(id instanceof String text) || !ids.add(text))
                throw new InvalidRequirement(at, "must name each course once, by its id");
        return new OfList(ids);
    }

    private static Object counted(Object count, CourseSet of) {
        var node = new LinkedHashMap<String, Object>();
        node.put("count", count);
        node.put("of", write(of));
        return node;
    }

    private static Object written(List<Requirement> parts) {
        return parts.stream().map(RequirementForm::write).toList();
    }

    private static String escaped(@Nullable Object key) {
        return String.valueOf(key).replace("~", "~0").replace("/", "~1");
    }
}

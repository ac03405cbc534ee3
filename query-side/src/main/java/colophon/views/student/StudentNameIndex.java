package colophon.views.student;

import colophon.views.reading.ViewReader;
import colophon.views.reading.ViewSnapshot;
import colophon.views.student.NameReader.StudentName;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All students by family name, given name and id, ignoring case. Students without readable names
 * come last. It exists only in memory, because it holds readable names.
 */
final class StudentNameIndex {

    private static final String NOBODY = "\uFFFF";
    private static final char NEXT = '\u0001';

    /** If more names match, a scan of all students fills a page faster. */
    private static final int MANY = 2_000;

    private final ConcurrentSkipListMap<String, IndexedStudent> order =
            new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, IndexedStudent> byFullName =
            new ConcurrentSkipListMap<>();
    private final Map<String, SortedMap<String, IndexedStudent>> byEmail =
            new ConcurrentHashMap<>();
    private final Map<String, SortedMap<String, IndexedStudent>> byProgram =
            new ConcurrentHashMap<>();
    private final Map<String, IndexedStudent> byId = new ConcurrentHashMap<>();

    /** Students who opted out of being named, by id. */
    private final NavigableMap<String, IndexedStudent> optedOut = new ConcurrentSkipListMap<>();

    /** By institution: students, by id, who have records there but are not known there by name. */
    private final Map<String, NavigableMap<String, IndexedStudent>> unknownAt =
            new ConcurrentHashMap<>();

    private final NameReader names;
    private @Nullable ViewReader<Student> readBefore;
    private long position = -1;
    private int generation;

    StudentNameIndex(NameReader names) {
        this.names = names;
    }

    /** A student as the search sees them, in lower case. The names are "" once erased. */
    record IndexedStudent(String id, String key, String given, String family, String email) {

        boolean erased() {
            return key.startsWith(NOBODY);
        }

        /** True if the given, the family or the full name begins with this text (in lower case). */
        boolean nameBegins(String prefix) {
            return !erased() && (family.startsWith(prefix) || fullName().startsWith(prefix));
        }

        private String fullName() {
            return given + " " + family;
        }
    }

    /** Adds the students who were registered or joined a program since the last call. */
    synchronized void catchUp(ViewSnapshot views) {
        if (views.generation() < generation) return;
        if (views.generation() > generation) forget(views.generation());
        if (views.position() <= position) return;
        var now = views.of(Student.VIEW);
        now.changedSince(readBefore, this::takeIn);
        readBefore = now;
        position = views.position();
    }

    /**
     * Students behind that key, in order, who may match. All that match are among them, and
     * possibly others. A null argument does not restrict the search.
     */
    Iterable<IndexedStudent> after(
            String key, @Nullable String name, @Nullable String email, @Nullable String programId) {
        if (email != null) return within(byEmail, folded(email), key);
        if (name != null) {
            var few = named(folded(name), key);
            if (few != null) return few;
        }
        if (programId != null) return within(byProgram, programId, key);
        return order.tailMap(key, false).values();
    }

    /**
     * The same for viewers who may not know every student's name. A search by name does not find
     * unnamed students. In a full list these come last, by id, so that their place reveals nothing.
     *
     * @param lastId the student with that key, "" for none
     * @param named true for students that the viewer may know by name
     * @param at true for the viewer's institutions
     */
    Iterable<IndexedStudent> afterForOutsiders(
            String key,
            String lastId,
            @Nullable String name,
            @Nullable String email,
            @Nullable String programId,
            Predicate<IndexedStudent> named,
            Predicate<String> at) {
        var last = byId.get(lastId);
        if (last != null && !named.test(last)) return unnamed(lastId, named, at)::iterator;
        var found =
                StreamSupport.stream(after(key, name, email, programId).spliterator(), false)
                        .filter(named);
        var all =
                name != null || email != null
                        ? found
                        : Stream.concat(found, unnamed("", named, at));
        return all::iterator;
    }

    private Stream<IndexedStudent> unnamed(
            String lastId, Predicate<IndexedStudent> named, Predicate<String> at) {
        var some = new ArrayList<NavigableMap<String, IndexedStudent>>();
        some.add(optedOut);
        unknownAt.forEach(
                (institutionId, there) -> {
                    if (at.test(institutionId)) some.add(there);
                });
        return Stream.iterate(
                        next(some, lastId),
                        Optional::isPresent,
                        person -> person.flatMap(before -> next(some, before.id())))
                .flatMap(Optional::stream)
                .filter(person -> !named.test(person));
    }

    /** The first student behind that id in any of these. */
    private static Optional<IndexedStudent> next(
            List<NavigableMap<String, IndexedStudent>> some, String id) {
        return some.stream()
                .map(there -> there.higherEntry(id))
                .filter(Objects::nonNull)
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    /** The key of a student, or null if there is none. */
    @Nullable String keyOf(String id) {
        var person = byId.get(id);
        return person == null ? null : person.key();
    }

    /** Forgets the names of a student, if there are any, and moves the student to the end. */
    synchronized void erase(String studentId) {
        var person = byId.get(studentId);
        if (person == null || person.erased()) return;
        var last = person(person.id(), new StudentName(null, null, null));
        order.remove(person.key());
        byFullName.remove(fullNameKey(person));
        for (var index : List.of(byEmail, byProgram))
            index.values()
                    .forEach(
                            some -> {
                                if (some.remove(person.key()) != null && index == byProgram)
                                    some.put(last.key(), last);
                            });
        byEmail.remove(person.email(), new TreeMap<>()); // an address without students is not kept
        put(last);
        optedOut.computeIfPresent(person.id(), (_, _) -> last);
        unknownAt.values().forEach(some -> some.computeIfPresent(person.id(), (_, _) -> last));
    }

    private void takeIn(Student student) {
        if (student.familyName() == null) erase(student.id());
        var person = byId.get(student.id());
        if (person == null) {
            person = person(student.id(), names.read(student));
            put(person);
        }
        if (student.optedOut()) optedOut.put(student.id(), person);
        else optedOut.remove(student.id());
        for (var at : student.institutionIds())
            if (!student.namedAt().contains(at))
                unknownAt
                        .computeIfAbsent(at, _ -> new ConcurrentSkipListMap<>())
                        .put(student.id(), person);
            else if (unknownAt.get(at) instanceof Map<String, IndexedStudent> some)
                some.remove(student.id());
        for (var programId : student.programIds())
            byProgram
                    .computeIfAbsent(programId, _ -> new ConcurrentSkipListMap<>())
                    .put(person.key(), person);
    }

    /** Students whose full or family name begins with this; null if too many match. */
    private @Nullable Collection<IndexedStudent> named(String prefix, String key) {
        var found = new TreeMap<String, IndexedStudent>();
        for (var person : byFullName.tailMap(prefix).values()) {
            if (!person.fullName().startsWith(prefix)) break;
            found.put(person.key(), person);
            if (found.size() > MANY) return null;
        }
        for (var person : order.tailMap(prefix).values()) {
            if (!person.family().startsWith(prefix)) break;
            found.put(person.key(), person);
            if (found.size() > MANY) return null;
        }
        return found.tailMap(key, false).values();
    }

    private static Collection<IndexedStudent> within(
            Map<String, SortedMap<String, IndexedStudent>> index, String value, String key) {
        var some = index.getOrDefault(value, new TreeMap<>());
        return some.tailMap(key + '\0').values();
    }

    private void forget(int newGeneration) {
        order.clear();
        byFullName.clear();
        byEmail.clear();
        byProgram.clear();
        byId.clear();
        optedOut.clear();
        unknownAt.clear();
        readBefore = null;
        position = -1;
        generation = newGeneration;
    }

    private void put(IndexedStudent person) {
        byId.put(person.id(), person);
        order.put(person.key(), person);
        if (person.erased()) return;
        byFullName.put(fullNameKey(person), person);
        if (!person.email().isEmpty())
            byEmail.computeIfAbsent(person.email(), _ -> new ConcurrentSkipListMap<>())
                    .put(person.key(), person);
    }

    private static String fullNameKey(IndexedStudent person) {
        return person.fullName() + NEXT + person.id();
    }

    private static IndexedStudent person(String id, StudentName name) {
        var given = folded(name.given());
        var family = folded(name.family());
        var first = name.family() == null ? NOBODY : family;
        var key = first + NEXT + given + NEXT + id;
        return new IndexedStudent(id, key, given, family, folded(name.email()));
    }

    static String folded(@Nullable String name) {
        return name == null ? "" : name.replace(NEXT, ' ').toLowerCase(Locale.ROOT);
    }
}

package colophon.views.student;

import colophon.views.reading.Edition;
import colophon.views.student.People.Name;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * All students by family name, given name and id, upper and lower case alike; those whose names
 * cannot be read come last. Exists in memory only, since it holds readable names.
 */
final class NameOrder {

    private static final String NOBODY = "\uFFFF";
    private static final char NEXT = '\u0001';

    private final ConcurrentSkipListMap<String, Person> order = new ConcurrentSkipListMap<>();
    private final Map<String, Person> byId = new ConcurrentHashMap<>();
    private final People people;
    private String readUpTo = "";
    private int generation;

    NameOrder(People people) {
        this.people = people;
    }

    /** One student as the search sees them, in lower case; the names are "" once erased. */
    record Person(String id, String key, String given, String family, String email) {

        boolean erased() {
            return key.startsWith(NOBODY);
        }

        /** True if the given, the family or the full name begins like this (in lower case). */
        boolean nameBegins(String prefix) {
            return !erased()
                    && (given.startsWith(prefix)
                            || family.startsWith(prefix)
                            || (given + " " + family).startsWith(prefix));
        }
    }

    /** Takes in the students that were registered since the last time. */
    synchronized void catchUp(Edition views) {
        if (views.generation() < generation) return;
        if (views.generation() > generation) forget(views.generation());
        while (true) {
            var more = views.of(Student.VIEW).find("registered", "", readUpTo, 1000);
            for (var found : more) {
                put(person(found.value().id(), people.name(found.value())));
                readUpTo = found.at();
            }
            if (more.size() < 1000) return;
        }
    }

    /** Everybody behind that key, in order. */
    Collection<Person> after(String key) {
        return order.tailMap(key, false).values();
    }

    /** Where a student stands, or null if there is none. */
    @Nullable String keyOf(String id) {
        var person = byId.get(id);
        return person == null ? null : person.key();
    }

    /** Forgets the names of someone who was found erased, and puts them last. */
    void erase(Person person) {
        order.remove(person.key());
        put(person(person.id(), new Name(null, null, null)));
    }

    private void forget(int newGeneration) {
        order.clear();
        byId.clear();
        readUpTo = "";
        generation = newGeneration;
    }

    private void put(Person person) {
        byId.put(person.id(), person);
        order.put(person.key(), person);
    }

    private static Person person(String id, Name name) {
        var given = folded(name.given());
        var family = folded(name.family());
        var first = name.family() == null ? NOBODY : family;
        var key = first + NEXT + given + NEXT + id;
        return new Person(id, key, given, family, folded(name.email()));
    }

    static String folded(@Nullable String name) {
        return name == null ? "" : name.replace(NEXT, ' ').toLowerCase(Locale.ROOT);
    }
}

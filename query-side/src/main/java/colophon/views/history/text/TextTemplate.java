package colophon.views.history.text;

import static java.util.stream.Collectors.joining;

import colophon.events.EventDetails;

import java.util.Collection;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a text with what an event holds. {@code {amount}} is the component of that name; a list is
 * shown in its order, a set in that of the alphabet. {@code [, until {expiresOn}]} is left out if
 * that component is null.
 */
final class TextTemplate {

    private static final Pattern PLACE =
            Pattern.compile("\\[([^\\[{]*)\\{(\\w+)}([^\\]]*)]|\\{(\\w+)}");

    private TextTemplate() {}

    /** The text. Throws IllegalStateException if the event has no component of some name. */
    static String fill(String template, Record event) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(filled(place, event)));
    }

    private static String filled(MatchResult place, Record event) {
        if (place.group(4) != null) return shown(place.group(4), event);
        var name = place.group(2);
        return EventDetails.component(event, name) == null
                ? ""
                : place.group(1) + shown(name, event) + place.group(3);
    }

    private static String shown(String name, Record event) {
        if (!EventDetails.has(event, name))
            throw new IllegalStateException("No " + name + " in " + event.getClass());
        return switch (EventDetails.component(event, name)) {
            case Set<?> all -> all.stream().map(String::valueOf).sorted().collect(joining(", "));
            case Collection<?> all -> all.stream().map(String::valueOf).collect(joining(", "));
            case null -> "null";
            case Object one -> one.toString();
        };
    }
}

package colophon.commands.desk;

import colophon.commands.Refusal;
import colophon.commands.desk.Reach.Beyond;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A command as if it named what is not there, in place of what its sender may not touch. What is
 * decided about it is by its very making what is decided about a thing that does not exist; only
 * the id is put back into the words.
 */
final class Disguise {

    private final Object command;
    private final Map<String, String> idOf;

    private Disguise(Object command, Map<String, String> idOf) {
        this.command = command;
        this.idOf = idOf;
    }

    static Disguise of(Object original, List<Beyond> beyond) {
        var nothings = new HashMap<String, String>();
        var ids = new HashMap<String, String>();
        for (var one : beyond) {
            var nothing = UUID.randomUUID().toString();
            for (var place : one.places()) nothings.put(place, nothing);
            ids.put(nothing, one.id());
        }
        return new Disguise(Contents.with(original, nothings), ids);
    }

    Object command() {
        return command;
    }

    /** The same refusal of the command as it was sent. */
    Refusal undone(Refusal refusal) {
        var detail = refusal.detail();
        for (var one : idOf.entrySet()) detail = detail.replace(one.getKey(), one.getValue());
        return new Refusal(refusal.reason(), detail);
    }
}

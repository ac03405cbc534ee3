package colophon.commands.gateway;

import colophon.commands.Refusal;
import colophon.commands.access.AccessCheck.ForeignReference;
import colophon.commands.access.CommandTexts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A copy of a command in which ids that the sender may not touch are replaced by random ones. Its
 * refusal is therefore exactly that of an id that does not exist; only the original id is put back
 * into the text.
 */
final class ForeignReferenceMask {

    private final Object command;
    private final Map<String, String> idOf;

    private ForeignReferenceMask(Object command, Map<String, String> idOf) {
        this.command = command;
        this.idOf = idOf;
    }

    static ForeignReferenceMask of(Object original, List<ForeignReference> beyond) {
        var nothings = new HashMap<String, String>();
        var ids = new HashMap<String, String>();
        for (var one : beyond) {
            var nothing = UUID.randomUUID().toString();
            for (var place : one.places()) nothings.put(place, nothing);
            ids.put(nothing, one.id());
        }
        return new ForeignReferenceMask(CommandTexts.with(original, nothings), ids);
    }

    Object command() {
        return command;
    }

    /** The refusal with the original ids. */
    Refusal undone(Refusal refusal) {
        var detail = refusal.detail();
        for (var one : idOf.entrySet()) detail = detail.replace(one.getKey(), one.getValue());
        return new Refusal(refusal.reason(), detail);
    }
}

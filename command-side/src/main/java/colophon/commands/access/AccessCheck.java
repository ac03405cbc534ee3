package colophon.commands.access;

import colophon.api.access.WriteAccess;
import colophon.commands.Reason;
import colophon.commands.Refusal;

import java.util.List;

/** Finds the ids in a command that its sender may not use. */
@FunctionalInterface
public interface AccessCheck {

    /** The ids in the command that are outside the scope; usually none. */
    List<ForeignReference> foreignReferences(WriteAccess access, Object command);

    /** Allows every id. */
    static AccessCheck allowingEverything() {
        return (_, _) -> List.of();
    }

    /**
     * An id to be treated as one that does not exist.
     *
     * @param places its places in the command, as in {@link CommandTexts}
     * @param kind the kind of thing it names, in one word
     * @param reason the reason for an id that does not exist
     */
    record ForeignReference(List<String> places, String id, String kind, Reason reason) {

        /** The refusal for an id that does not exist. */
        public Refusal refusal() {
            return new Refusal(reason, "There is no " + kind + " " + id + ".");
        }
    }
}

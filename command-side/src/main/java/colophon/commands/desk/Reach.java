package colophon.commands.desk;

import colophon.commands.Reason;
import colophon.commands.Refusal;

import java.util.List;

/** Finds the ids in a command that its sender may not use. */
@FunctionalInterface
public interface Reach {

    /** The ids in the command that are outside the scope; usually none. */
    List<Beyond> beyond(Scope scope, Object command);

    /** Allows every id. */
    static Reach everywhere() {
        return (_, _) -> List.of();
    }

    /**
     * An id to be treated as one that does not exist.
     *
     * @param places its places in the command, as in {@link Contents}
     * @param kind the kind of thing it names, in one word
     * @param reason the reason for an id that does not exist
     */
    record Beyond(List<String> places, String id, String kind, Reason reason) {

        /** The refusal for an id that does not exist. */
        Refusal refusal() {
            return new Refusal(reason, "There is no " + kind + " " + id + ".");
        }
    }
}

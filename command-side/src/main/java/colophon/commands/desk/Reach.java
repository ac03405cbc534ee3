package colophon.commands.desk;

import colophon.commands.Reason;
import colophon.commands.Refusal;

import java.util.List;

/** Finds what a command names that its sender may not touch. */
@FunctionalInterface
public interface Reach {

    /** What of all that the command names by id is out of that scope; usually nothing. */
    List<Beyond> beyond(Scope scope, Object command);

    /** That of a process in which nothing is anybody's. */
    static Reach everywhere() {
        return (_, _) -> List.of();
    }

    /**
     * An id that is to be taken for the id of nothing.
     *
     * @param places where the command has it, as {@link Contents} tells them
     * @param kind what it names, in one word
     * @param reason why a command is refused that names none
     */
    record Beyond(List<String> places, String id, String kind, Reason reason) {

        /** The refusal of who names what is not there. */
        Refusal refusal() {
            return new Refusal(reason, "There is no " + kind + " " + id + ".");
        }
    }
}

package colophon.commands.gateway;

import colophon.api.access.WriteAccess;
import colophon.commands.Refusal;

/** Checks the ids in a command before it is decided. */
@FunctionalInterface
public interface AccessCheck {

    /**
     * Looks up each id in the order of the components.
     *
     * @throws Refusal at the first id that does not exist or that the sender may not use: the same
     *     refusal in both cases
     */
    void require(WriteAccess access, Object command);

    /** Checks nothing; the rules refuse ids that do not exist. */
    static AccessCheck none() {
        return (_, _) -> {};
    }
}

package colophon.security.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The passkeys of all accounts; what is given back is on the disk. They are forgotten with the
 * accounts they belong to, see {@link Accounts}.
 */
public interface Passkeys {

    /**
     * What an account is called on the devices of its owner, in base64url: at random, so that a
     * device that is lost or read tells nothing. Made when it is first asked for, and then kept.
     */
    String handle(String accountId);

    /** The account of such a handle. */
    Optional<String> accountOf(String handle);

    /** The passkey of that id. */
    Optional<Passkey> find(String id);

    /** Those of an account, oldest first. */
    List<Passkey> of(String accountId);

    /** Adds one; throws {@link Accounts.TakenException} if its id is there already. */
    void add(Passkey passkey);

    /** Notes that somebody came in with it, and how often its device has signed by now. */
    void used(String id, Instant at, long signatures);

    /** Removes one if it belongs to that account: nobody comes in with it any more. */
    void remove(String accountId, String id);

    /** Removes all those of an account. */
    void removeAll(String accountId);
}

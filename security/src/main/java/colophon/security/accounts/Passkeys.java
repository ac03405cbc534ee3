package colophon.security.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The passkeys of all accounts. A change is on the disk when its method returns. Passkeys are
 * erased with their accounts, see {@link UserAccounts}.
 */
public interface Passkeys {

    /**
     * The name of an account on its owner's devices, in base64url. It is random, so that a lost
     * device reveals nothing. It is created on first use and then kept.
     */
    String handle(String accountId);

    /** The account with that handle. */
    Optional<String> accountOf(String handle);

    /** The passkey with that id. */
    Optional<Passkey> find(String id);

    /** The passkeys of an account, oldest first. */
    List<Passkey> of(String accountId);

    /** Adds a passkey; throws {@link UserAccounts.TakenException} if its id is in use. */
    void add(Passkey passkey);

    /** Records that a passkey was used to sign in, and the signature count of its device. */
    void used(String id, Instant at, long signatures);

    /** Removes a passkey if it belongs to that account. It can no longer be used to sign in. */
    void remove(String accountId, String id);

    /** Removes all passkeys of an account. */
    void removeAll(String accountId);
}

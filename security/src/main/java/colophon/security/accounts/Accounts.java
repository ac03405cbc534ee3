package colophon.security.accounts;

import colophon.events.privacy.Forgets;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All accounts, and the keys of the tokens; what is given back is on the disk. When a student is
 * erased, the names and secrets of their accounts are, and nobody signs in with them any more.
 */
public interface Accounts extends Forgets {

    /** The account of that id. */
    Optional<Account> find(String id);

    /** The account of a kind that signs in under that name. */
    Optional<Account> named(Account.Kind kind, String name);

    /** So many accounts of a kind, by id, beginning after that id. */
    List<Account> after(Account.Kind kind, String id, int count);

    /** True while nobody can sign in. */
    boolean isEmpty();

    /** Adds an account; throws {@link TakenException} if its id or its name is there already. */
    void add(Account account);

    /**
     * Changes an account, one change at a time, and gives what it became.
     *
     * @throws java.util.NoSuchElementException if there is none of that id
     */
    Account change(String id, UnaryOperator<Account> change);

    /** The keys of the tokens, in the order in which they were added. */
    List<SigningKey> keys();

    /** Adds a key. */
    void add(SigningKey key);

    /** Forgets a key: tokens signed with it are no longer accepted. */
    void removeKey(String id);

    /** There is such an account already. */
    final class TakenException extends RuntimeException {

        /** Of that id or name. */
        public TakenException(String name) {
            super("There is already an account " + name);
        }
    }
}

package colophon.security.accounts;

import colophon.events.privacy.ErasureListener;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All accounts, and the signing keys of the tokens. A change is on the disk when its method
 * returns. When a student is erased, the names and secrets of their accounts are erased too, and
 * nobody can sign in with those accounts.
 */
public interface UserAccounts extends ErasureListener {

    /** The account with that id. */
    Optional<UserAccount> find(String id);

    /** The account of that kind with that sign-in name. */
    Optional<UserAccount> findByName(UserAccount.Kind kind, String name);

    /** At most {@code count} accounts of a kind, in order of id, starting after {@code id}. */
    List<UserAccount> after(UserAccount.Kind kind, String id, int count);

    /** True while nobody can sign in. */
    boolean isEmpty();

    /** Adds an account; throws {@link TakenException} if its id or its name is in use. */
    void add(UserAccount account);

    /**
     * Changes an account and gives the changed one. Changes happen one at a time.
     *
     * @throws java.util.NoSuchElementException if there is no account with that id
     */
    UserAccount change(String id, UnaryOperator<UserAccount> change);

    /** The signing keys of the tokens, in the order in which they were added. */
    List<SigningKey> keys();

    /** Adds a signing key. */
    void add(SigningKey key);

    /** Removes a signing key. Tokens signed with it are no longer accepted. */
    void removeKey(String id);

    /** The id or name is already in use. */
    final class TakenException extends RuntimeException {

        /** Names the id or name that is in use. */
        public TakenException(String name) {
            super("There is already an account " + name);
        }
    }
}

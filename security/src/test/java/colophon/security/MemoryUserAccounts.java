package colophon.security;

import colophon.security.accounts.Passkey;
import colophon.security.accounts.Passkeys;
import colophon.security.accounts.SigningKey;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccount.Kind;
import colophon.security.accounts.UserAccounts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Accounts in memory. */
public final class MemoryUserAccounts implements UserAccounts {

    private final TreeMap<String, UserAccount> accounts = new TreeMap<>();
    private final List<SigningKey> keys = new ArrayList<>();
    private final List<String> withoutPasskeys = new ArrayList<>();

    /** The accounts whose passkeys were removed. */
    public List<String> withoutPasskeys() {
        return withoutPasskeys;
    }

    @Override
    public synchronized Optional<UserAccount> find(String id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public synchronized Optional<UserAccount> findByName(Kind kind, String name) {
        return accounts.values().stream()
                .filter(it -> it.kind() == kind && it.name().equals(name))
                .findFirst();
    }

    @Override
    public synchronized List<UserAccount> after(Kind kind, String id, int count) {
        return accounts.tailMap(id, false).values().stream()
                .filter(it -> it.kind() == kind)
                .limit(count)
                .toList();
    }

    @Override
    public synchronized boolean isEmpty() {
        return accounts.isEmpty();
    }

    @Override
    public synchronized void add(UserAccount account) {
        if (accounts.containsKey(account.id())
                || findByName(account.kind(), account.name()).isPresent())
            throw new TakenException(account.name());
        accounts.put(account.id(), account);
    }

    @Override
    public synchronized UserAccount change(String id, UnaryOperator<UserAccount> change) {
        var before = accounts.get(id);
        if (before == null) throw new NoSuchElementException(id);
        var after = change.apply(before);
        accounts.put(id, after);
        return after;
    }

    @Override
    public synchronized void forget(String studentId) {
        accounts.replaceAll(
                (_, it) -> Objects.equals(studentId, it.studentId()) ? it.erased() : it);
    }

    @Override
    public synchronized List<SigningKey> keys() {
        return List.copyOf(keys);
    }

    @Override
    public synchronized void add(SigningKey key) {
        keys.add(key);
    }

    @Override
    public synchronized void removeKey(String id) {
        keys.removeIf(key -> key.id().equals(id));
    }

    /** No passkeys; it only records for which accounts they were removed. */
    public Passkeys passkeys() {
        return new Passkeys() {
            @Override
            public String handle(String accountId) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<String> accountOf(String handle) {
                return Optional.empty();
            }

            @Override
            public Optional<Passkey> find(String id) {
                return Optional.empty();
            }

            @Override
            public List<Passkey> of(String accountId) {
                return List.of();
            }

            @Override
            public void add(Passkey passkey) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void used(String id, Instant at, long signatures) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void remove(String accountId, String id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void removeAll(String accountId) {
                withoutPasskeys.add(accountId);
            }
        };
    }
}

package colophon.storage;

import colophon.commands.gateway.StudentWriteCounts;
import colophon.events.privacy.Seals;
import colophon.security.accounts.Passkeys;
import colophon.security.accounts.UserAccounts;
import colophon.storage.accounts.SqliteUserAccounts;
import colophon.storage.disclosures.SqliteDisclosures;
import colophon.storage.erasures.ErasureFile;
import colophon.storage.erasures.ErasureList;
import colophon.storage.keys.SqliteSeals;
import colophon.storage.log.LogRefusedException;
import colophon.storage.sqlite.DataDirectory;
import colophon.storage.sqlite.SqliteCommitLog;
import colophon.views.disclosure.Disclosures;

import java.nio.file.Path;
import java.util.Optional;

/** The storage of the embedded mode: one data directory that only this process holds. */
public final class EmbeddedStorage extends Storage {

    private final DataDirectory directory;
    private final SqliteCommitLog log;
    private final SqliteSeals seals;
    private final SqliteUserAccounts accounts;
    private final ErasureFile erasures;
    private final SqliteDisclosures disclosures;

    private EmbeddedStorage(
            DataDirectory directory,
            SqliteCommitLog log,
            SqliteSeals seals,
            SqliteUserAccounts accounts,
            SqliteDisclosures disclosures) {
        super(log, 20); // no other process writes
        this.directory = directory;
        this.log = log;
        this.seals = seals;
        this.accounts = accounts;
        this.erasures = ErasureFile.open(directory, log.id());
        this.disclosures = disclosures;
    }

    /**
     * Opens a data directory. Creates it if it does not exist.
     *
     * @throws LogRefusedException if another process holds it, or its files have an unknown
     *     version; the message is one line for the person at the terminal
     */
    public static EmbeddedStorage open(Path dataDirectory) {
        var directory = DataDirectory.open(dataDirectory);
        try {
            var log = SqliteCommitLog.open(directory);
            try {
                return new EmbeddedStorage(
                        directory,
                        log,
                        SqliteSeals.open(directory),
                        SqliteUserAccounts.open(directory),
                        SqliteDisclosures.open(directory));
            } catch (RuntimeException e) {
                log.close();
                throw e;
            }
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public Seals seals() {
        return seals;
    }

    /** The accounts that can sign in. */
    public UserAccounts accounts() {
        return accounts;
    }

    /** The passkeys of the accounts. */
    public Passkeys passkeys() {
        return accounts.passkeys();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public ErasureList erasures() {
        return erasures;
    }

    @Override
    public StudentWriteCounts ownWrites() {
        return log.ownWrites();
    }

    @Override
    public Disclosures disclosures() {
        return disclosures;
    }

    @Override
    public Optional<String> troubleBeside() {
        return seals.trouble().or(accounts::trouble).or(disclosures::trouble);
    }

    @Override
    public void close() {
        super.close();
        seals.close();
        accounts.close();
        disclosures.close();
        directory.close();
    }
}

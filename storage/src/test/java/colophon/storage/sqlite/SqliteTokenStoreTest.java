package colophon.storage.sqlite;

import colophon.storage.axon.Serializers;
import colophon.storage.axon.TokenStoreContract;

import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

class SqliteTokenStoreTest extends TokenStoreContract {

    private @Nullable SqliteLogs logs;

    @Override
    protected TokenStore store(String owner) {
        if (logs == null) logs = open();
        return new SqliteTokenStore(logs.log(), Serializers.general(), owner);
    }

    @AfterEach
    void close() {
        if (logs != null) logs.close();
    }

    private static SqliteLogs open() {
        try {
            return SqliteLogs.open(Files.createTempDirectory("tokens"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

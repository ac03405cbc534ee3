package colophon.storage.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import colophon.api.access.Role;
import colophon.security.accounts.UserAccount;
import colophon.security.accounts.UserAccount.Kind;
import colophon.storage.sqlite.DataDirectory;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

@Tag("io")
class ErasedUserAccountsTest {

    @TempDir Path data;

    @Test
    void nobody_signs_in_with_the_account_of_who_was_erased_and_no_file_names_it()
            throws IOException {
        try (var directory = DataDirectory.open(data);
                var accounts = SqliteUserAccounts.open(directory)) {
            accounts.add(account("a-1", "qzxvorb@example.org", "{x}qzxhash", "s-1"));
            accounts.add(account("a-2", "ben@example.org", "{x}other", "s-2"));
            assertThat(everything()).contains("qzxvorb", "qzxhash");
            accounts.forget("s-1");
            accounts.forget("s-1");
            accounts.forget("s-9");
            assertThat(everything()).doesNotContain("qzxvorb", "qzxhash").contains("ben@", "other");
            assertThat(accounts.findByName(Kind.PERSON, "qzxvorb@example.org")).isEmpty();
            var left = accounts.find("a-1").orElseThrow();
            assertThat(left.disabled()).isTrue();
            assertThat(left.name()).isEqualTo("a-1");
            assertThat(left.secret()).isNull();
            assertThat(accounts.find("a-2").orElseThrow().disabled()).isFalse();
        }
        try (var directory = DataDirectory.open(data);
                var accounts = SqliteUserAccounts.open(directory)) {
            assertThat(accounts.find("a-1").orElseThrow().disabled()).isTrue();
        }
    }

    private String everything() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.list(data)) {
            for (var file : files.toList()) all.append(Files.readString(file, ISO_8859_1));
        }
        return all.toString();
    }

    private static UserAccount account(
            String id, String name, @Nullable String secret, String studentId) {
        return new UserAccount(
                id,
                Kind.PERSON,
                name,
                secret,
                Set.of(Role.STUDENT),
                Set.of(),
                studentId,
                false,
                Instant.EPOCH,
                1,
                null);
    }
}

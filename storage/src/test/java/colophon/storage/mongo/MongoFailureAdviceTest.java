package colophon.storage.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.storage.log.LogRefusedException;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;

import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The messages for servers that cannot keep the log. They are tested without a server. */
class MongoFailureAdviceTest {

    private static final Document MEMBER = new Document("setName", "rs0");

    @Test
    void a_replica_set_of_4_4_or_newer_is_taken() {
        for (var version : List.of(List.of(4, 4, 29), List.of(5, 0, 1), List.of(8, 0, 0)))
            assertThatCode(() -> MongoFailureAdvice.check(MEMBER, build(version), "db:27017/x"))
                    .doesNotThrowAnyException();
    }

    @Test
    void ferretdb_is_taken_though_it_is_no_replica_set() {
        var build = build(List.of(7, 0, 77)).append("ferretdb", new Document());
        assertThatCode(() -> MongoFailureAdvice.check(new Document(), build, "db:27017/x"))
                .doesNotThrowAnyException();
    }

    @Test
    void a_single_server_is_refused() {
        assertRefused(new Document(), build(List.of(8, 0, 0)), "replica set", "rs.initiate()");
    }

    @Test
    void a_router_of_shards_is_refused() {
        var router = new Document("msg", "isdbgrid");
        assertRefused(router, build(List.of(8, 0, 0)), "sharded", "connect to one replica set");
    }

    @Test
    void a_server_that_is_too_old_is_refused() {
        assertRefused(MEMBER, build(List.of(4, 2, 24)), "MongoDB 4.2.24", "4.4 or newer");
        assertRefused(MEMBER, build(List.of(3, 6, 0)), "MongoDB 3.6.0", "upgrade");
    }

    @Test
    void a_wrong_password_is_said_to_be_that() {
        var credential = MongoCredential.createCredential("ada", "admin", new char[] {'x'});
        assertAdvice(
                MongoFailureAdvice.on(
                        new MongoSecurityException(credential, "Exception"), "db:27017/x"),
                "does not accept this user and password",
                "authSource");
        assertAdvice(
                MongoFailureAdvice.on(
                        new MongoTimeoutException("{caused by com.mongodb.MongoSecurityException}"),
                        "db:27017/x"),
                "does not accept this user and password");
    }

    @Test
    void a_user_who_may_not_is_told_what_to_be_given() {
        var answer = BsonDocument.parse("{ok: 0, code: 13, errmsg: 'not authorized on x'}");
        assertAdvice(
                MongoFailureAdvice.on(
                        new MongoCommandException(answer, new ServerAddress()), "db:27017/x"),
                "readWrite",
                "not authorized on x");
    }

    @Test
    void a_server_that_nobody_listens_at_is_said_to_be_unreachable_soon() {
        assertThatThrownBy(
                        () ->
                                MongoInstallation.connect(
                                        "mongodb://user:secret@127.0.0.1:9/x?serverSelectionTimeoutMS=200"))
                .isInstanceOfSatisfying(
                        LogRefusedException.class,
                        refused -> {
                            assertAdvice(refused, "127.0.0.1:9/x cannot be reached", "check that");
                            assertThat(refused.getMessage()).doesNotContain("secret");
                        });
    }

    @Test
    void what_is_no_uri_is_answered_with_one() {
        assertThatThrownBy(() -> MongoInstallation.connect("localhost"))
                .isInstanceOfSatisfying(
                        LogRefusedException.class,
                        refused -> assertAdvice(refused, "not the URI", "mongodb://"));
    }

    private static void assertRefused(Document hello, Document build, String... said) {
        assertThatThrownBy(() -> MongoFailureAdvice.check(hello, build, "db:27017/x"))
                .isInstanceOfSatisfying(
                        LogRefusedException.class, refused -> assertAdvice(refused, said));
    }

    private static void assertAdvice(LogRefusedException refused, String... said) {
        assertThat(refused.getMessage()).contains(said).doesNotContain("\n");
    }

    private static Document build(List<Integer> version) {
        var text = version.get(0) + "." + version.get(1) + "." + version.get(2);
        return new Document("version", text).append("versionArray", version);
    }
}

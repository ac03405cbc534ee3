package colophon.storage.log;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.commands.reply.Reply;
import colophon.commands.reply.StoredReply;
import colophon.storage.log.CommitLog.CommittedEvents;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Runs the contract against a log that does nothing. Each case must fail, or it proves nothing. */
class CommitLogContractTest {

    @TestFactory
    Stream<DynamicTest> every_case_fails_on_a_log_that_does_nothing() {
        return cases().map(test -> DynamicTest.dynamicTest(test.getName(), () -> mustFail(test)));
    }

    @Test
    void there_are_cases() {
        assertThat(cases()).hasSizeGreaterThan(20);
    }

    private static Stream<Method> cases() {
        return Stream.of(CommitLogContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class));
    }

    private static void mustFail(Method test) throws ReflectiveOperationException {
        var suite = new DoesNothing();
        suite.openLog();
        try {
            test.invoke(suite);
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isNotNull();
            return;
        } finally {
            while (CurrentUnitOfWork.isStarted()) CurrentUnitOfWork.get().rollback();
        }
        throw new AssertionError(test.getName() + " passes on a log that does nothing");
    }

    private static final class DoesNothing extends CommitLogContract {

        @Override
        protected CommitLog open() {
            return new NothingLog();
        }

        @Override
        protected void shut() {}

        @Override
        protected void loseTheNextAnswer() {}
    }

    private static final class NothingLog implements CommitLog {

        @Override
        public CompletableFuture<Long> append(Commit commit) {
            return CompletableFuture.completedFuture(0L);
        }

        @Override
        public CompletableFuture<Long> appendHere(Commit commit) {
            return append(commit);
        }

        @Override
        public List<CommittedEvents> read(long after, int most) {
            return List.of();
        }

        @Override
        public List<LogEvent> at(long[] places) {
            return List.of();
        }

        @Override
        public List<LogEvent> stream(String stream, long from, int most) {
            return List.of();
        }

        @Override
        public OptionalLong lastSequence(String stream) {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong firstSince(long time) {
            return OptionalLong.empty();
        }

        @Override
        public long lastUntil(long time) {
            return 0;
        }

        @Override
        public long head() {
            return 0;
        }

        @Override
        public List<StoredCommit> records(long after, int most) {
            return List.of();
        }

        @Override
        public @Nullable StoredReply find(String commandId) {
            return null;
        }

        @Override
        public StoredReply keep(Reply reply) {
            return new StoredReply(reply, 0);
        }

        @Override
        public int forget(Instant keptBefore, int most) {
            return 0;
        }

        @Override
        public void close() {}
    }
}

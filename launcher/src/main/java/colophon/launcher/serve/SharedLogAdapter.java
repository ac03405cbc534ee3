package colophon.launcher.serve;

import colophon.commands.loading.SharedLog;
import colophon.storage.Storage;
import colophon.storage.log.LogUnavailableException;

import org.axonframework.common.AxonTransientException;

import java.util.function.Supplier;

/** The shared log of the storage, as the barrier sees it. */
final class SharedLogAdapter implements SharedLog {

    private final Storage storage;

    SharedLogAdapter(Storage storage) {
        this.storage = storage;
    }

    @Override
    public long head() {
        return asked(storage::head);
    }

    @Override
    public long replay(long after, int most, Listener listener) {
        var commits = asked(() -> storage.log().read(after, most));
        if (commits.isEmpty())
            throw new IllegalStateException("The log has lost the commits after " + after);
        for (var commit : commits)
            for (var event : commit.events())
                for (var place : event.places())
                    listener.happened(place.stream(), place.sequence());
        return commits.getLast().number();
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (AxonTransientException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new LogUnavailableException("The event log does not answer", e);
        }
    }
}

package colophon.storage.log;

import colophon.commands.reply.StoredReply;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A log in a database. What it reads is the same for every database. */
public abstract class DurableLog implements CommitLog {

    private final LogReader reader;
    private final CommitTimes times;

    /** Reads with this reader. */
    protected DurableLog(LogReader reader) {
        this.reader = reader;
        this.times = new CommitTimes(reader);
    }

    /** The id of this log, created with it. Its views, tokens and keys carry it. */
    public abstract String id();

    /** One line that says why the log takes no commits now; empty if it does. */
    public abstract Optional<String> trouble();

    @Override
    public final List<LogEvent> at(long[] places) {
        return reader.at(places);
    }

    @Override
    public final List<LogEvent> stream(String stream, long from, int most) {
        return reader.stream(stream, from, most);
    }

    @Override
    public final OptionalLong lastSequence(String stream) {
        return reader.lastSequence(stream);
    }

    @Override
    public final OptionalLong firstSince(long time) {
        return times.firstSince(time, head());
    }

    @Override
    public final long lastUntil(long time) {
        return times.lastUntil(time, head());
    }

    @Override
    public final List<StoredCommit> records(long after, int most) {
        return reader.records(after, most);
    }

    @Override
    public final @Nullable StoredReply find(String commandId) {
        return reader.reply(commandId);
    }
}

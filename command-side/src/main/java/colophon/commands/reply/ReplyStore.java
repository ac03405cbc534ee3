package colophon.commands.reply;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The answers already given, by command id. A reply that belongs to a commit is not kept through
 * this port. It is put into the unit of work under {@link #PENDING} and is part of the commit, so
 * that effect and answer exist together or not at all.
 */
public interface ReplyStore {

    /** Unit-of-work resource (on the root): the {@link Reply} to store in the commit, if any. */
    String PENDING = "colophon.reply";

    /** Unit-of-work resource (on the root), set once the commit is durable: its number, a Long. */
    String POSITION = "colophon.position";

    /** The first answer to this command, or null if there is none. */
    @Nullable StoredReply find(String commandId);

    /**
     * Keeps, durably, the reply of a command that committed nothing. The first reply of a command
     * id stays.
     *
     * @return the kept reply, this one or an earlier one
     */
    StoredReply keep(Reply reply);

    /**
     * Drops replies without a commit that were kept before that time, oldest first. Replies in
     * commits stay.
     *
     * @param most most replies to drop, so that other writes need not wait
     * @return the number of dropped replies
     */
    int forget(Instant keptBefore, int most);
}

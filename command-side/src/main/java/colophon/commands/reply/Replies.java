package colophon.commands.reply;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The answers already given, by command id. A reply that belongs to a commit is not kept through
 * this port: it is put into the unit of work under {@link #PENDING} and travels in the commit, so
 * that effect and answer are there together or not at all.
 */
public interface Replies {

    /** Unit-of-work resource (on the root): the {@link Reply} to store in the commit, if any. */
    String PENDING = "colophon.reply";

    /** Unit-of-work resource (on the root), set once the commit is durable: its number, a Long. */
    String POSITION = "colophon.position";

    /** The answer first given to this command, or null if it never was given one. */
    @Nullable KeptReply find(String commandId);

    /**
     * Keeps, durably, the reply of a command that committed nothing. The first one kept for a
     * command id stays.
     *
     * @return the reply that is kept now, this one or an earlier one
     */
    KeptReply keep(Reply reply);

    /**
     * Drops replies that committed nothing and were kept before that time, oldest first. Those of
     * commits stay with their commits.
     *
     * @param most not more of them than so many, so that others need not wait
     * @return how many were dropped
     */
    int forget(Instant keptBefore, int most);
}

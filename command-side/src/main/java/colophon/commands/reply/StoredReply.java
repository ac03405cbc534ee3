package colophon.commands.reply;

/**
 * A reply as the log keeps it.
 *
 * @param position number of the commit the command made; 0 if it committed nothing (a refusal, or a
 *     repetition that changed nothing)
 */
public record StoredReply(Reply reply, long position) {}

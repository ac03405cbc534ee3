package colophon.commands.reply;

/**
 * The first answer to one command, to be given again, byte for byte, to whoever repeats it.
 *
 * @param commandId unique in the log: made from the caller and their idempotency key
 * @param digest keyed digest of the request, to tell a repetition from another request
 * @param status HTTP status of the first answer
 * @param contentType media type of {@code body}
 * @param body the bytes of the first answer; never holds personal data
 */
public record Reply(String commandId, byte[] digest, int status, String contentType, byte[] body) {}

package colophon.commands.reply;

/**
 * The first answer to a command. A repeated request gets the same bytes.
 *
 * @param commandId unique in the log: made from the caller and their idempotency key
 * @param digest keyed digest of the request, to distinguish a repetition from another request
 * @param status HTTP status of the first answer
 * @param contentType media type of {@code body}
 * @param body the bytes of the first answer; never contains personal data
 */
public record Reply(String commandId, byte[] digest, int status, String contentType, byte[] body) {}

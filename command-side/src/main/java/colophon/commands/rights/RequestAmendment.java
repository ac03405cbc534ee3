package colophon.commands.rights;

/**
 * A student holds that the record is wrong. The texts are clear here and sealed before anything is
 * decided.
 *
 * @param wrong what it says
 * @param right what it should say
 */
public record RequestAmendment(String studentId, String amendmentId, String wrong, String right) {}

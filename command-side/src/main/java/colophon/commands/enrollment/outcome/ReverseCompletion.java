package colophon.commands.enrollment.outcome;

/** Reverses the last recorded outcome, because it was wrong. */
public record ReverseCompletion(String enrollmentId, String reason) {}

package colophon.commands.enrollment;

/** The outcome recorded last was wrong. */
public record ReverseCompletion(String enrollmentId, String reason) {}

package colophon.commands.billing;

/** The instalments are to hold no more. */
public record EndPlan(String studentId, String institutionId, String planId, String reason) {}

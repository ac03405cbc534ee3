package colophon.commands.billing;

/** Ends a payment plan: charges are due on their own days again. */
public record EndPlan(String studentId, String institutionId, String planId, String reason) {}

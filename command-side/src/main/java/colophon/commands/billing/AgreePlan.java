package colophon.commands.billing;

import colophon.events.account.Instalment;

import java.util.List;

/**
 * Agrees that what a student owes is due in instalments.
 *
 * @param planId unique in the account
 * @param instalments in the order of their days; they add up to what is owed
 */
public record AgreePlan(
        String studentId, String institutionId, String planId, List<Instalment> instalments) {}

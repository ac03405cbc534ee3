package colophon.commands.billing;

import colophon.events.account.Instalment;

import java.util.List;

/**
 * What a student owes is to be due in instalments.
 *
 * @param planId unique in the account
 * @param instalments in the order of their days, together what is owed
 */
public record AgreePlan(
        String studentId, String institutionId, String planId, List<Instalment> instalments) {}

package colophon.commands.reach;

import static java.util.Map.entry;

import colophon.commands.award.MakeAward;
import colophon.commands.enrollment.Enroll;
import colophon.commands.expense.RecordExpense;
import colophon.commands.fund.EstablishFund;
import colophon.commands.imports.StartImport;
import colophon.commands.institution.RegisterInstitution;
import colophon.commands.offering.ScheduleOffering;
import colophon.commands.payment.ReceivePayment;
import colophon.commands.program.DefineCertificate;
import colophon.commands.program.ListCourse;
import colophon.commands.program.OpenProgram;
import colophon.commands.student.RegisterStudent;
import colophon.commands.transcript.TransferCredit;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which components of a kind of command name something that is somebody's. Whoever writes a command
 * does not have to think of it: every id counts, unless it is in one of the lists here.
 */
record Naming(List<Component> components) {

    /** The id that a command gives to what it makes: there is nothing yet that it could name. */
    private static final Map<Class<?>, String> MADE =
            Map.ofEntries(
                    entry(RegisterInstitution.class, "institutionId"),
                    entry(OpenProgram.class, "programId"),
                    entry(ListCourse.class, "courseId"),
                    entry(DefineCertificate.class, "certificateId"),
                    entry(ScheduleOffering.class, "offeringId"),
                    entry(RegisterStudent.class, "studentId"),
                    entry(Enroll.class, "enrollmentId"),
                    entry(EstablishFund.class, "fundId"),
                    entry(MakeAward.class, "awardId"),
                    entry(ReceivePayment.class, "paymentId"),
                    entry(RecordExpense.class, "expenseId"),
                    entry(TransferCredit.class, "creditId"),
                    entry(StartImport.class, "importId"));

    /**
     * Ids of parts of something else that the same command names: whose the whole is, decides. And
     * what a student learned instead of a course may have been learned anywhere.
     */
    private static final Set<String> PARTS =
            Set.of(
                    "chargeId",
                    "planId",
                    "lockId",
                    "refundId",
                    "waiverId",
                    "substitutionId",
                    "sharingId",
                    "byCourseId",
                    "amendmentId");

    /** One component that names something. */
    record Component(RecordComponent component, Named names) {}

    /** Throws IllegalStateException for an id of which nobody said what it names. */
    static Naming of(Class<?> command) {
        var all = new ArrayList<Component>();
        for (var component : command.getRecordComponents()) {
            var name = component.getName();
            if (component.getType() != String.class || !name.endsWith("Id")) continue;
            if (PARTS.contains(name) || name.equals(MADE.get(command))) continue;
            var names =
                    Named.of(name)
                            .orElseThrow(
                                    () ->
                                            new IllegalStateException(
                                                    "What does "
                                                            + name
                                                            + " of "
                                                            + command.getSimpleName()
                                                            + " name?"));
            all.add(new Component(component, names));
        }
        return new Naming(List.copyOf(all));
    }
}

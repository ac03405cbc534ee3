package colophon.commands.ownership;

import static colophon.commands.Reason.AWARD_NOT_FOUND;
import static colophon.commands.Reason.CERTIFICATE_NOT_FOUND;
import static colophon.commands.Reason.COURSE_NOT_FOUND;
import static colophon.commands.Reason.CREDENTIAL_NOT_FOUND;
import static colophon.commands.Reason.ENROLLMENT_NOT_FOUND;
import static colophon.commands.Reason.ENTRY_NOT_FOUND;
import static colophon.commands.Reason.EXPENSE_NOT_FOUND;
import static colophon.commands.Reason.FUND_NOT_FOUND;
import static colophon.commands.Reason.IMPORT_NOT_FOUND;
import static colophon.commands.Reason.INSTITUTION_NOT_FOUND;
import static colophon.commands.Reason.OFFERING_NOT_FOUND;
import static colophon.commands.Reason.PAYMENT_NOT_FOUND;
import static colophon.commands.Reason.PROGRAM_NOT_FOUND;
import static colophon.commands.Reason.STUDENT_NOT_FOUND;

import colophon.commands.Reason;

import java.util.Arrays;
import java.util.Optional;

/** The kind of thing that an id in a command names, recognised by the name of its component. */
enum ReferenceKind {
    INSTITUTION("institutionId", INSTITUTION_NOT_FOUND),
    PROGRAM("programId", PROGRAM_NOT_FOUND),
    COURSE("courseId", COURSE_NOT_FOUND),
    BY_COURSE("byCourseId", COURSE_NOT_FOUND),
    CERTIFICATE("certificateId", CERTIFICATE_NOT_FOUND),
    OFFERING("offeringId", OFFERING_NOT_FOUND),
    STUDENT("studentId", STUDENT_NOT_FOUND),
    ENROLLMENT("enrollmentId", ENROLLMENT_NOT_FOUND),
    FUND("fundId", FUND_NOT_FOUND),
    AWARD("awardId", AWARD_NOT_FOUND),
    PAYMENT("paymentId", PAYMENT_NOT_FOUND),
    EXPENSE("expenseId", EXPENSE_NOT_FOUND),
    CREDENTIAL("credentialId", CREDENTIAL_NOT_FOUND),
    ENTRY("entryId", ENTRY_NOT_FOUND),
    CREDIT("creditId", ENTRY_NOT_FOUND),
    IMPORT("importId", IMPORT_NOT_FOUND);

    private final String component;
    private final Reason reason;

    ReferenceKind(String component, Reason reason) {
        this.component = component;
        this.reason = reason;
    }

    /**
     * The kind for a component name; a list ends in {@code Identifiers}, as in {@code studentIds}.
     */
    static Optional<ReferenceKind> of(String component) {
        if (component.endsWith("Ids")) return of(component.substring(0, component.length() - 1));
        return Arrays.stream(values()).filter(one -> one.component.equals(component)).findFirst();
    }

    Reason reason() {
        return reason;
    }

    /** The word for it in a sentence. */
    String word() {
        return switch (this) {
            case CREDIT -> "entry";
            case BY_COURSE -> "course";
            default -> component.substring(0, component.length() - 2);
        };
    }
}

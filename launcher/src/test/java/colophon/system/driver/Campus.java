package colophon.system.driver;

import static colophon.system.driver.Answer.quoted;

/**
 * Data that nearly every test needs: institution {@code i} in US dollars, its program {@code p}
 * with the course {@code c}, and more on demand. The caller chooses the ids.
 */
public final class Campus {

    private final Program program;

    private Campus(Program program) {
        this.program = program;
    }

    /** Creates the institution, or finds it. */
    public static Campus at(Program program) {
        program.made("/institutions", institutionBody("i"));
        program.made("/programs", quoted("{'id':'p','institutionId':'i','name':'Program'}"));
        program.made("/programs/p/courses", quoted("{'id':'c','title':'Course'}"));
        return new Campus(program);
    }

    /** The body of an institution in US dollars. */
    public static String institutionBody(String id) {
        return quoted("{'id':'%s','name':'Institute','currency':'USD'}", id);
    }

    /** Schedules an offering at 100.00 that is still to come. */
    public void offering(String id, int capacity) {
        program.made("/offerings", offeringBody(id, capacity, "100.00"));
    }

    /** The body of an offering of course c, with tuition due on enrollment. */
    public static String offeringBody(String id, int capacity, String tuition) {
        return quoted(
                "{'id':'%s','courseId':'c','startsOn':'2090-06-01','endsOn':'2090-06-05',"
                        + "'capacity':%d,'tuition':%s}",
                id, capacity, usd(tuition));
    }

    /** Registers a student called Ada Winter. */
    public void student(String id) {
        program.made("/students", studentBody(id));
    }

    /** The body of a student called Ada Winter. */
    public static String studentBody(String id) {
        return quoted("{'id':'%s','givenName':'Ada','familyName':'Winter'}", id);
    }

    /** Establishes a fund of the institution that covers tuition. */
    public void fund(String id, String budget) {
        program.made(
                "/funds",
                quoted(
                        "{'id':'%s','institutionId':'i','name':'Fund','budget':%s,"
                                + "'fundedBy':'program'}",
                        id, usd(budget)));
    }

    /** The body of an enrollment. */
    public static String enrollmentBody(String id, String student, String offering) {
        return quoted("{'id':'%s','studentId':'%s','offeringId':'%s'}", id, student, offering);
    }

    /** The body of a payment by card to the institution. */
    public static String paymentBody(String id, String student, String amount) {
        return quoted(
                "{'id':'%s','studentId':'%s','institutionId':'i','method':'card','amount':%s}",
                id, student, usd(amount));
    }

    /** The body of a refund. */
    public static String refundBody(String id, String amount) {
        return quoted("{'id':'%s','amount':%s,'reason':'asked for'}", id, usd(amount));
    }

    /** The body of an award of an amount, accepted at once. */
    public static String awardBody(String id, String fund, String student, String amount) {
        return quoted(
                "{'id':'%s','fundId':'%s','studentId':'%s','amount':%s}",
                id, fund, student, usd(amount));
    }

    /** The body of travel costs. */
    public static String expenseBody(String id, String student, String amount) {
        return quoted(
                "{'id':'%s','studentId':'%s','institutionId':'i','category':'travel','amount':%s}",
                id, student, usd(amount));
    }

    /** US dollars as JSON. */
    public static String usd(String amount) {
        return quoted("{'amount':'%s','currency':'USD'}", amount);
    }
}

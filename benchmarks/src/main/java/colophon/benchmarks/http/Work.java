package colophon.benchmarks.http;

import colophon.benchmarks.http.Script.Request;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** The requests of the clients of a campus. */
public final class Work {

    private final int students;
    private final int free;
    private final AtomicInteger enrollments = new AtomicInteger();
    private final AtomicInteger clerks = new AtomicInteger();

    public Work(int students, int free) {
        this.students = students;
        this.free = free;
    }

    /** Sends commands: of each ten, five are payments, three expenses and two enrollments. */
    public Script clerk() {
        var me = "c" + clerks.incrementAndGet();
        var random = new Random(me.hashCode());
        var count = new int[1];
        return _ -> {
            var n = count[0]++;
            var id = me + "-" + n;
            return switch (n % 10) {
                case 0, 2, 4, 6, 8 -> payment(id, anyone(random));
                case 1, 5, 9 -> expense(id, anyone(random));
                default -> enrollment(id);
            };
        };
    }

    /** Queries the status of one student after another. */
    public Script student() {
        var random = new Random(1470);
        return _ -> status("status", anyone(random), 0);
    }

    /** Sends a payment, and checks at once whether a view shows it. */
    public Script payer() {
        var me = "v" + clerks.incrementAndGet();
        var random = new Random(me.hashCode());
        var count = new int[1];
        var who = new String[] {""};
        return last -> {
            if (last != null && last.kind().equals("payment"))
                return status("visible", who[0], last.position());
            who[0] = anyone(random);
            return payment(me + "-" + count[0]++, who[0]);
        };
    }

    private String anyone(Random random) {
        return Campus.id(random.nextInt(students));
    }

    private static Request status(String kind, String student, long after) {
        var path = "/api/v1/students/" + student + "/status";
        return Request.get(kind, after == 0 ? path : path + "?after=" + after);
    }

    private static Request payment(String id, String student) {
        return Request.post(
                "payment",
                "/api/v1/payments",
                id,
                """
                {"id":"p-%s","studentId":"%s","institutionId":"%s","method":"card",\
                "amount":{"amount":"100.00","currency":"USD"},"receivedOn":"2026-05-04"}\
                """
                        .formatted(id, student, Campus.INSTITUTION));
    }

    private static Request expense(String id, String student) {
        return Request.post(
                "expense",
                "/api/v1/expenses",
                id,
                """
                {"id":"x-%s","studentId":"%s","institutionId":"%s","category":"meals",\
                "amount":{"amount":"18.50","currency":"USD"},"incurredOn":"2026-06-02"}\
                """
                        .formatted(id, student, Campus.INSTITUTION));
    }

    /** Never repeats a pair of student and offering. */
    private Request enrollment(String id) {
        var n = enrollments.getAndIncrement();
        return Request.post(
                "enrollment",
                "/api/v1/enrollments",
                id,
                """
                {"id":"e-%s","studentId":"%s","offeringId":"%s"}\
                """
                        .formatted(id, Campus.id(n % students), Campus.free(n % free)));
    }
}

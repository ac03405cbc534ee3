package colophon.system;

import static org.assertj.core.api.Assertions.assertThat;

import colophon.system.driver.Answer;
import colophon.system.driver.Campus;
import colophon.system.driver.Concurrently;
import colophon.system.driver.LogFile;
import colophon.system.driver.Program;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A key has one effect, for any number of repetitions and in any circumstances. */
class IdempotencyTest {

    private static final int KEYS = Integer.getInteger("colophon.system.keys", 15);
    private static final int THREADS = 64;

    @TempDir Path data;

    @Test
    void a_key_has_one_effect_and_one_answer_for_everybody_and_after_a_crash() throws Exception {
        var first = new ArrayList<Answer>();
        int inProgress = 0;
        try (var program = Program.serving(data.resolve("data"))) {
            Campus.at(program).student("s");
            for (int n = 0; n < KEYS; n++) {
                var answers = sameKeyAtOnce(program, n);
                var busy = answers.stream().filter(answer -> answer.status() == 409).toList();
                var done = answers.stream().filter(answer -> answer.status() != 409).toList();
                inProgress += busy.size();
                assertThat(busy)
                        .allSatisfy(
                                answer -> {
                                    assertThat(answer.outcome()).isEqualTo("409 key-in-progress");
                                    assertThat(answer.header("Retry-After")).isNotEmpty();
                                });
                assertThat(done).extracting(Answer::status).containsOnly(201);
                assertThat(done).extracting(Answer::text).containsOnly(done.getFirst().text());
                assertThat(done)
                        .extracting(Answer::position)
                        .containsOnly(done.getFirst().position());
                assertThat(done).filteredOn(answer -> !answer.isReplayed()).hasSize(1);
                first.add(done.getFirst());
            }
            assertThat(program.post("/payments", paymentOf("0.02"), "key-0").outcome())
                    .isEqualTo("422 key-reused");
            assertThat(program.post("/expenses", expense(), "key-0").outcome())
                    .isEqualTo("422 key-reused");
            program.kill();
        }
        try (var program = Program.serving(data.resolve("data"))) {
            for (int n = 0; n < KEYS; n++) {
                var again = program.post("/payments", paymentOf(amount(n)), "key-" + n);
                assertThat(again.text()).isEqualTo(first.get(n).text());
                assertThat(again.position()).isEqualTo(first.get(n).position());
                assertThat(again.isReplayed()).isTrue();
            }
            assertThat(program.post("/payments", paymentOf("0.02"), "key-0").outcome())
                    .isEqualTo("422 key-reused");
            program.kill();
        }
        var log = LogFile.of(data.resolve("data"));
        log.assertWhole();
        assertThat(log.named("PaymentReceived")).hasSize(KEYS);
        System.out.printf(
                "Keys: %d, each from %d threads; %d answers were key-in-progress%n",
                KEYS, THREADS, inProgress);
    }

    /** Sent without an id, so that only the key shows that they are the same. */
    private static List<Answer> sameKeyAtOnce(Program program, int n) throws Exception {
        return Concurrently.all(
                THREADS, _ -> program.post("/payments", paymentOf(amount(n)), "key-" + n));
    }

    private static String amount(int n) {
        return (n + 1) + ".00";
    }

    private static String paymentOf(String amount) {
        return Campus.paymentBody("", "s", amount).replace("\"id\":\"\",", "");
    }

    private static String expense() {
        return Campus.expenseBody("e", "s", "1.00");
    }
}

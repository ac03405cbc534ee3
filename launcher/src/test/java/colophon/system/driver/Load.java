package colophon.system.driver;

import colophon.system.driver.Program.Unanswered;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Clients that send payments one after the other, each with its own key, and repeat a payment until
 * it is answered. The answers are the journal that the log is compared with.
 */
public final class Load implements AutoCloseable {

    /** Longer than a process needs to come back on a busy machine. */
    private static final int PATIENCE_MILLIS = 180_000;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<?>> clients = new ArrayList<>();
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private volatile boolean stopping;

    /** Starts that many clients. Each call goes to the process that exists at that time. */
    public void begin(String name, int count, Supplier<Program> process) {
        for (int n = 0; n < count; n++) {
            var client = name + "-" + n;
            clients.add(threads.submit(() -> send(client, process)));
        }
    }

    /** Throws the failure of a client, if there was one. */
    public void check() throws InterruptedException {
        for (var client : clients) if (client.isDone()) await(client);
    }

    /** Lets every client get its last answer; throws the failure of a client. */
    public void end() throws InterruptedException {
        stopping = true;
        for (var client : clients) await(client);
    }

    private static void await(Future<?> client) throws InterruptedException {
        try {
            client.get();
        } catch (ExecutionException e) {
            throw new AssertionError("A client has given up", e.getCause());
        }
    }

    /** The acknowledged payments, with the positions in their answers. */
    public Map<String, Long> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** How many requests had to be sent again, after a 503 or without an answer. */
    public int repeated() {
        return repeated.get();
    }

    /** Fails unless every acknowledged payment is in the log once, at its position. */
    public void judge(LogFile log) {
        var found = new ConcurrentHashMap<String, Long>();
        for (var payment : log.named("PaymentReceived"))
            if (found.put(payment.field("paymentId"), payment.commit()) != null)
                throw new AssertionError(payment + " is there twice");
        acknowledged.forEach(
                (id, position) -> {
                    if (!position.equals(found.get(id)))
                        throw new AssertionError(
                                "%s was acknowledged at %d and is at %s"
                                        .formatted(id, position, found.get(id)));
                });
        for (var id : found.keySet())
            if (id.startsWith("load-") && !acknowledged.containsKey(id))
                throw new AssertionError(id + " was never answered, and every client was");
    }

    @Override
    public void close() {
        stopping = true;
        threads.shutdownNow();
    }

    private Void send(String client, Supplier<Program> process) throws InterruptedException {
        for (int n = 0; !stopping; n++) pay("load-" + client + "-" + n, process);
        return null;
    }

    private void pay(String id, Supplier<Program> process) throws InterruptedException {
        var until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        var last = "nothing";
        while (System.nanoTime() < until) {
            try {
                var answer =
                        process.get().post("/payments", Campus.paymentBody(id, "s", "1.00"), id);
                if (answer.status() < 300) {
                    acknowledged.put(id, answer.position());
                    return;
                }
                last = answer.outcome();
                if (answer.status() != 503 && !last.equals("409 key-in-progress"))
                    throw new AssertionError(
                            id + ": " + answer.text() + "\n" + process.get().output());
            } catch (Unanswered e) {
                last = String.valueOf(e.getCause());
            }
            repeated.incrementAndGet();
            Thread.sleep(50); // a client that does not ask too often
        }
        throw new AssertionError(id + " is not answered, last " + last);
    }
}

package colophon.storage.mongo.appending;

import colophon.commands.loading.StreamPlace;
import colophon.commands.reply.Reply;
import colophon.storage.log.Commit;
import colophon.storage.log.LogEvent;
import colophon.storage.log.StoredCommit;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Two processes append to a simulated cluster through a network that loses requests and answers and
 * delivers some late. One seed decides everything. Throws AssertionError if a commit is lost,
 * doubled, in the wrong place, or never answered.
 */
final class Simulation {

    private static final int STREAMS = 6;
    private static final int COMMANDS = 12;

    private final Random random;
    private final WrongAppender wrong;
    private final SimulatedCluster cluster;
    private final List<Client> clients = new ArrayList<>();
    private final List<Request> network = new ArrayList<>();
    private final List<Writer> writers = new ArrayList<>();
    private boolean calm;
    private int made;

    private Simulation(long seed, WrongAppender wrong) {
        this.random = new Random(seed);
        this.wrong = wrong;
        this.cluster = new SimulatedCluster(random, wrong);
        for (var i = 0; i < 2; i++) clients.add(new Client(wrong.appender()));
    }

    /** Plays one history and returns its number of commits. */
    static int play(long seed, WrongAppender wrong) {
        var simulation = new Simulation(seed, wrong);
        for (var step = 0; step < 200; step++) simulation.step();
        simulation.becalm();
        return simulation.cluster.commits().size();
    }

    private void step() {
        switch (random.nextInt(16)) {
            case 0, 1 -> any(clients).submit(random.nextInt(4) + 1);
            case 2, 3, 4, 5 -> any(clients).act();
            case 6, 7, 8, 9 -> deliver();
            case 10, 11 -> cluster.replicate(random.nextInt(4));
            case 12 -> any(clients).giveUp();
            case 13 -> {
                if (random.nextInt(3) == 0) cluster.elect();
            }
            case 14 -> {
                if (random.nextInt(3) == 0) cluster.keep(refusal());
            }
            default -> answer();
        }
    }

    /**
     * Stops all failures and delivers what is late. After that every writer must have an answer.
     */
    private void becalm() {
        calm = true;
        for (var step = 0; step < 2_000; step++) {
            for (var client : clients) client.act();
            deliver();
            cluster.replicateAll();
            answer();
            if (network.isEmpty() && clients.stream().allMatch(Client::isIdle)) {
                for (var writer : writers) writer.check();
                return;
            }
        }
        throw new AssertionError("Somebody waits for ever");
    }

    private void deliver() {
        var sent = network.stream().filter(request -> request.result == null).toList();
        if (sent.isEmpty()) return;
        var request = any(sent);
        request.result = cluster.perform(request.call);
        request.term = cluster.term();
        if (!request.isAwaited) network.remove(request);
    }

    private void answer() {
        for (var request : List.copyOf(network)) {
            var result = request.result;
            if (result == null || !request.isAwaited) continue;
            if (result.position() > 0 && request.term != cluster.term())
                request.answered(new DatabaseAnswer.OutcomeUnknown("no longer primary"));
            else if (cluster.hasWithMajority(result.position()))
                request.answered(
                        isLost()
                                ? new DatabaseAnswer.OutcomeUnknown("answer lost")
                                : result.answer());
        }
    }

    private boolean isLost() {
        return !calm && random.nextInt(5) == 0;
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private Commit commit() {
        var events = new ArrayList<LogEvent>();
        var streams = new HashSet<String>();
        for (var i = 0; i <= random.nextInt(2); i++) {
            var places = new ArrayList<StreamPlace>();
            for (var n = 0; n <= random.nextInt(3) / 2; n++) {
                var stream = "s" + random.nextInt(STREAMS);
                if (streams.add(stream)) places.add(place(stream));
            }
            if (!places.isEmpty()) events.add(event(places));
        }
        return Commit.of(events, random.nextInt(4) == 0 ? reply() : null);
    }

    /** Mostly the next one that a majority does not have; sometimes a taken one. */
    private StreamPlace place(String stream) {
        var next = cluster.length(stream);
        return new StreamPlace(stream, next > 0 && random.nextInt(5) == 0 ? next - 1 : next, "T");
    }

    private Reply reply() {
        var command = "command-" + random.nextInt(COMMANDS);
        return new Reply(command, new byte[] {1}, 201, "text/plain", new byte[] {2});
    }

    private StoredCommit refusal() {
        var reply = reply();
        return new StoredCommit(0, new UUID(0, 0), 0, new byte[0], List.of(), reply);
    }

    private LogEvent event(List<StreamPlace> places) {
        var bytes = new byte[] {3};
        var time = random.nextInt(1_000);
        return new LogEvent(places, "e" + made++, time, "N", null, bytes, bytes);
    }

    /** A request or an answer on its way. It may still arrive when nothing waits for it. */
    private static final class Request {

        private final Client client;
        private final DatabaseCall call;
        private boolean isAwaited = true;
        private SimulatedCluster.@Nullable Result result;
        private int term;
        private @Nullable DatabaseAnswer answer;

        Request(Client client, DatabaseCall call) {
            this.client = client;
            this.call = call;
        }

        void answered(DatabaseAnswer given) {
            answer = given;
            client.heard();
        }
    }

    private final class Client {

        private final Appender appender;
        private final Deque<Writer> queue = new ArrayDeque<>();
        private final List<Request> outstanding = new ArrayList<>();

        Client(Appender appender) {
            this.appender = appender;
        }

        void submit(int commits) {
            for (var i = 0; i < commits; i++) {
                var writer = new Writer(commit());
                writers.add(writer);
                queue.add(writer);
            }
        }

        /**
         * Acts like the thread that appends: sends the next batch when the previous one is
         * answered.
         */
        void act() {
            if (!outstanding.isEmpty()) return;
            if (appender.call() == null && !queue.isEmpty()) {
                appender.add(List.copyOf(queue));
                queue.clear();
            }
            var call = appender.call();
            if (call instanceof DatabaseCall.Pause) appender.answer(new DatabaseAnswer.Completed());
            else if (call != null) send(call);
        }

        boolean isIdle() {
            return queue.isEmpty() && appender.call() == null;
        }

        void giveUp() {
            if (outstanding.isEmpty()) return;
            for (var request : outstanding) {
                if (request.answer == null && random.nextBoolean()) request.isAwaited = false;
                else network.remove(request);
                if (request.result != null) network.remove(request);
            }
            outstanding.clear();
            appender.answer(new DatabaseAnswer.OutcomeUnknown("no answer in time"));
        }

        void heard() {
            if (outstanding.stream().anyMatch(request -> request.answer == null)) return;
            var all = List.copyOf(outstanding);
            network.removeAll(all);
            outstanding.clear();
            appender.answer(together(all));
        }

        private void send(DatabaseCall call) {
            if (wrong == WrongAppender.HAS_TWO_BATCHES_ON_THEIR_WAY
                    && call instanceof DatabaseCall.Insert(var docs)
                    && docs.size() > 1) {
                var half = docs.size() / 2;
                outstanding.add(new Request(this, new DatabaseCall.Insert(docs.subList(0, half))));
                outstanding.add(
                        new Request(
                                this, new DatabaseCall.Insert(docs.subList(half, docs.size()))));
            } else outstanding.add(new Request(this, call));
            network.addAll(outstanding);
        }

        private DatabaseAnswer together(List<Request> all) {
            var offset = 0;
            for (var request : all) {
                var answer = request.answer;
                if (answer instanceof DatabaseAnswer.IndexTaken(var index))
                    return new DatabaseAnswer.IndexTaken(offset + index);
                if (answer != null
                        && (!(answer instanceof DatabaseAnswer.Completed) || all.size() == 1))
                    return answer;
                if (request.call instanceof DatabaseCall.Insert(var docs)) offset += docs.size();
            }
            return new DatabaseAnswer.Completed();
        }
    }

    /** Wants a commit in the log, and records the answers it gets. */
    private final class Writer implements PendingAppend {

        private final Commit commit;
        private int answers;
        private boolean isRefused;

        Writer(Commit commit) {
            this.commit = commit;
        }

        @Override
        public Commit commit() {
            return commit;
        }

        @Override
        public boolean send() {
            return true;
        }

        @Override
        public void appended(long number) {
            answers++;
            var commits = cluster.commits();
            if (number > commits.size())
                throw new AssertionError("Acknowledged, and not with a majority: " + number);
            if (!commits.get((int) number - 1).id().equals(commit.id()))
                throw new AssertionError("Acknowledged, and another's: " + number);
        }

        @Override
        public void refused(RuntimeException why) {
            answers++;
            isRefused = true;
        }

        void check() {
            if (answers != 1) throw new AssertionError(answers + " answers");
            var isThere = cluster.commits().stream().anyMatch(c -> c.id().equals(commit.id()));
            if (isThere == isRefused)
                throw new AssertionError(isThere ? "Refused, and there" : "Acknowledged, and lost");
        }
    }
}

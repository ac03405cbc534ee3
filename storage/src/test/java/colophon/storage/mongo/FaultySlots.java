package colophon.storage.mongo;

import colophon.storage.mongo.appending.Answer;
import colophon.storage.mongo.appending.Call;
import colophon.storage.mongo.appending.Slots;

import java.util.concurrent.atomic.AtomicInteger;

/** Loses what goes to the server, or what comes back from it. */
final class FaultySlots {

    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    /** So many inserts reach the server, and nobody hears of it. */
    void loseAnswers(int count) {
        answers.set(count);
    }

    /** So many inserts never reach the server. */
    void loseRequests(int count) {
        requests.set(count);
    }

    Slots before(Slots server) {
        return call -> {
            if (!(call instanceof Call.Insert)) return server.perform(call);
            if (requests.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
                return new Answer.Unknown("the request was lost");
            var answer = server.perform(call);
            return answers.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                    ? new Answer.Unknown("the answer was lost")
                    : answer;
        };
    }
}

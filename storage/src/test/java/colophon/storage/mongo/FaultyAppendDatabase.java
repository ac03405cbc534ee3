package colophon.storage.mongo;

import colophon.storage.mongo.appending.AppendDatabase;
import colophon.storage.mongo.appending.DatabaseAnswer;
import colophon.storage.mongo.appending.DatabaseCall;

import java.util.concurrent.atomic.AtomicInteger;

/** Loses requests to the server, or its answers. */
final class FaultyAppendDatabase {

    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    /** This many inserts reach the server, but their answers are lost. */
    void loseAnswers(int count) {
        answers.set(count);
    }

    /** This many inserts do not reach the server. */
    void loseRequests(int count) {
        requests.set(count);
    }

    AppendDatabase before(AppendDatabase server) {
        return call -> {
            if (!(call instanceof DatabaseCall.Insert)) return server.perform(call);
            if (requests.getAndUpdate(left -> Math.max(0, left - 1)) > 0)
                return new DatabaseAnswer.OutcomeUnknown("the request was lost");
            var answer = server.perform(call);
            return answers.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                    ? new DatabaseAnswer.OutcomeUnknown("the answer was lost")
                    : answer;
        };
    }
}

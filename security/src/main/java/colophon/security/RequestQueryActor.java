package colophon.security;

import colophon.api.access.CurrentQueryActor;
import colophon.api.access.QueryActor;

import org.springframework.stereotype.Component;

/** Takes the asker of a query from the signed-in person. */
@Component
class RequestQueryActor implements CurrentQueryActor {

    private final CurrentActor currentActor;

    RequestQueryActor(CurrentActor currentActor) {
        this.currentActor = currentActor;
    }

    @Override
    public QueryActor current() {
        return currentActor.find().map(AccessPurposes::of).orElse(QueryActor.NOBODY);
    }
}

package colophon.security;

import colophon.views.reading.asking.Asker;
import colophon.views.reading.asking.Asking;

import org.springframework.stereotype.Component;

/** Takes the asker of a query from the signed-in person. */
@Component
class RequestAsker implements Asker {

    private final SignedIn signedIn;

    RequestAsker(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @Override
    public Asking asking() {
        return signedIn.maybe().map(Interests::of).orElse(Asking.NOBODY);
    }
}

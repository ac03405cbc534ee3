package colophon.security;

import colophon.views.reading.asking.Asker;
import colophon.views.reading.asking.Asking;

import org.springframework.stereotype.Component;

/** Who asks is who is signed in. */
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

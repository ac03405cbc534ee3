package colophon.security.passkeys;

import org.springframework.security.authentication.BadCredentialsException;

/** The answer of a device is not accepted. The message is for the person who uses the device. */
final class PasskeyRefusedException extends BadCredentialsException {

    private static final long serialVersionUID = 1;

    static final String NOT_KNOWN =
            "This passkey is not valid here: it was removed, or its account is disabled.";
    static final String NOT_ASKED =
            "This attempt took too long, or its challenge was answered already. Try again.";
    static final String NOT_READABLE = "This is not the answer of a passkey.";
    static final String NOT_RIGHT = "The answer of this passkey is not right. Try again.";

    PasskeyRefusedException(String why) {
        super(why);
    }
}

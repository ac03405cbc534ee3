package colophon.security.passkeys;

import org.springframework.security.authentication.BadCredentialsException;

/** The answer of a device is not accepted. The message is for the person who uses the device. */
final class Refused extends BadCredentialsException {

    private static final long serialVersionUID = 1;

    static final String NOT_KNOWN =
            "This passkey does not open anything here: it was removed, or its account is disabled.";
    static final String NOT_ASKED =
            "Nothing was asked of this passkey, or too long ago, or it was answered already. Try"
                    + " again.";
    static final String NOT_READABLE = "That is not what a passkey answers.";
    static final String NOT_RIGHT = "The answer of this passkey is not right. Try again.";

    Refused(String why) {
        super(why);
    }
}

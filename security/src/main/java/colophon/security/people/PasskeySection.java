package colophon.security.people;

import colophon.security.accounts.Passkey;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The parts of the pages about passkeys. Parts that need the script stay hidden until it runs. */
final class PasskeySection {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final String SCRIPT = "<script src=\"/passkeys.js\" defer></script>";

    /** Replaces name and password, because the device knows its owner. */
    static final String WAY_IN =
            """
            <form id="passkey-sign-in" class="other" hidden>
              <p>Or, without a name and a password:</p>
              <p><button type="submit">Sign in with a passkey</button></p>
              <p class="told" role="alert" hidden></p>
            </form>
            """
                    + SCRIPT;

    private PasskeySection() {}

    /** The list of the person's passkeys, and the form to add one. */
    static String of(List<Passkey> passkeys, String csrf) {
        var list =
                passkeys.isEmpty()
                        ? "<p>You have no passkeys yet.</p>"
                        : passkeys.stream()
                                .map(passkey -> item(passkey, csrf))
                                .collect(
                                        Collectors.joining("", "<ul class=\"passkeys\">", "</ul>"));
        return """
        <h2>Passkeys</h2>
        <p>A passkey signs you in with your phone, your computer or a security key, without a password.</p>
        %s
        <form id="passkey-addition" hidden>
          <p><label>Name of the new passkey <input name="label" required maxlength="60" autocomplete="off"></label></p>
          <p><button type="submit">Add a passkey</button></p>
          <p class="told" role="alert" hidden></p>
        </form>
        <noscript><p>Passkeys need scripts: allow them on this page.</p></noscript>
        %s
        """
                .formatted(list, SCRIPT);
    }

    private static String item(Passkey it, String csrf) {
        return """
        <li>
          <div><strong><bdi>%1$s</bdi></strong><br><span>Added on %2$s, %3$s</span></div>
          <form method="post" action="/account/passkeys/removal">
            %4$s<input type="hidden" name="id" value="%5$s">
            <button aria-label="Remove %1$s">Remove</button>
          </form>
        </li>
        """
                .formatted(
                        PageFrame.text(it.label()),
                        day(it.madeAt()),
                        it.usedAt() == null ? "not used yet" : "last used on " + day(it.usedAt()),
                        csrf,
                        PageFrame.text(it.id()));
    }

    private static String day(Instant at) {
        return "<time datetime=\"%s\">%s</time>".formatted(at, DAY.format(at));
    }
}

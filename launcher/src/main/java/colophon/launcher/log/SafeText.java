package colophon.launcher.log;

import java.util.regex.Pattern;

/** Makes foreign text safe for a log that is read line by line, and by many people. */
final class SafeText {

    /**
     * What Spring logs at DEBUG and TRACE, with the query of a request or a whole registration: the
     * code of the set-up link, the codes of a provider, and our secret there.
     */
    private static final Pattern SECRETS =
            Pattern.compile("([?&](?:token|code|state)=)[^&\\s\"'\\]),;]+|(clientSecret=')[^']+");

    private SafeText() {}

    /**
     * Escapes every character that ends a line, moves the cursor of a terminal, or reverses the
     * text next to it. Such a character becomes its number, as in {@code \}{@code u000a}.
     */
    static String of(String text) {
        return escaped(withoutSecrets(text));
    }

    private static String withoutSecrets(String text) {
        return text.indexOf('=') < 0 ? text : SECRETS.matcher(text).replaceAll("$1$2***");
    }

    private static String escaped(String text) {
        if (text.chars().noneMatch(SafeText::isHarmful)) return text;
        var line = new StringBuilder(text.length() + 16);
        text.chars()
                .forEach(
                        next -> {
                            if (isHarmful(next)) line.append("\\u%04x".formatted(next));
                            else line.append((char) next);
                        });
        return line.toString();
    }

    private static boolean isHarmful(int character) {
        return Character.isISOControl(character)
                || character == 0x2028
                || character == 0x2029
                || Character.getType(character) == Character.FORMAT;
    }
}

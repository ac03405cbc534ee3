package colophon.launcher.log;

/** Makes foreign text safe for a log that is read line by line. */
final class SafeText {

    private SafeText() {}

    /**
     * Escapes every character that ends a line, moves the cursor of a terminal, or reverses the
     * text next to it. Such a character becomes its number, as in {@code \}{@code u000a}.
     */
    static String of(String text) {
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

package colophon.system.driver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Searches raw bytes for planted values, in every form in which they might be written. */
public final class PlantedValues {

    private final Map<String, List<String>> forms = new LinkedHashMap<>();

    private PlantedValues() {}

    /** Searches for these texts. */
    public static PlantedValues of(Iterable<String> texts) {
        var traces = new PlantedValues();
        for (var text : texts) {
            var written = new ArrayList<String>();
            for (var charset : List.of(UTF_8, UTF_16BE, UTF_16LE))
                written.add(bytes(text.getBytes(charset)));
            written.add(bytes(escaped(text).getBytes(UTF_8)));
            written.add(Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8)));
            traces.forms.put(text, written);
        }
        return traces;
    }

    /** Searches for a key: as bytes, as hexadecimal digits, as Base64. */
    public static PlantedValues of(byte[] key) {
        var traces = new PlantedValues();
        var hex = HexFormat.of().formatHex(key);
        traces.forms.put(
                "a key",
                List.of(
                        bytes(key),
                        hex,
                        hex.toUpperCase(Locale.ROOT),
                        Base64.getEncoder().withoutPadding().encodeToString(key)));
        return traces;
    }

    /** The number of values. */
    public int size() {
        return forms.size();
    }

    /** The values found in any file of a directory, each with its file; ideally none. */
    public List<String> in(Path directory) {
        try (var all = Files.walk(directory)) {
            var found = new ArrayList<String>();
            for (var file : all.filter(Files::isRegularFile).toList())
                for (var value : in(content(file))) found.add(value + " in " + file);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The values found in these bytes. */
    public List<String> in(byte[] content) {
        // one character a byte, so that a search for text is a search for bytes
        var text = bytes(content);
        return forms.entrySet().stream()
                .filter(value -> value.getValue().stream().anyMatch(text::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0]; // deleted meanwhile
        }
    }

    private static String bytes(byte[] content) {
        return new String(content, ISO_8859_1);
    }

    private static String escaped(String value) {
        var json = new StringBuilder();
        for (var c : value.toCharArray())
            json.append(c < 128 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        return json.toString();
    }
}

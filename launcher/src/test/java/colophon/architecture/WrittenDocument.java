package colophon.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/**
 * A document with a part that a test writes from the code. {@code -Dwrite} writes this part into
 * the file; without it, the part in the file has to be the same.
 *
 * @param path within the project
 */
public record WrittenDocument(String path) {

    private static final String BEGIN = "<!-- written from the code -->\n";
    private static final String END = "<!-- /written from the code -->\n";

    /** Writes the part, or fails if the file has another one. */
    public void hold(String part) {
        var text = House.paper(path);
        assertThat(text).as(path).contains(BEGIN, END);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        int end = text.indexOf(END, begin);
        if (System.getProperty("write") != null)
            write(text.substring(0, begin) + part + text.substring(end));
        else
            assertThat(text.substring(begin, end))
                    .as("%s is not what the code says: run this test with -Dwrite", path)
                    .isEqualTo(part);
    }

    private void write(String text) {
        try {
            Files.writeString(House.root().resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package colophon.storage.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The writes of a process to the files of one directory, and its output, in order. */
record RecordedWrites(List<Step> steps) {

    private static final Pattern CALL =
            Pattern.compile(
                    "^(\\d+) +(\\w+)\\((.*?)(?:\\) += (-?\\d+).*| <unfinished \\.\\.\\.>)$");
    private static final Pattern RESUMED =
            Pattern.compile("^(\\d+) +<\\.\\.\\. (\\w+) resumed>(.*)\\) += (-?\\d+).*$");
    private static final Pattern PATH = Pattern.compile("^\\d+<([^>]*)>");
    private static final Pattern TEXT = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");

    /** One step. */
    sealed interface Step {}

    /** Bytes were written at an offset; not durable before the next sync of the file. */
    record Write(Path file, int offset, byte[] bytes) implements Step {}

    /** A file was truncated or extended; not durable before the next sync of the file. */
    record Cut(Path file, int size) implements Step {}

    /** Everything written to the file is durable. */
    record Sync(Path file) implements Step {}

    /** The file was deleted. */
    record Gone(Path file) implements Step {}

    /** The process reported this commit as acknowledged. */
    record Acknowledged(long commit) implements Step {}

    /** Runs a command under strace and records its steps below a directory. */
    static RecordedWrites of(Path directory, Path trace, List<String> command)
            throws IOException, InterruptedException {
        var strace = new ArrayList<String>();
        strace.addAll(List.of("strace", "-f", "-y", "-xx", "-s", "2000000", "-o"));
        strace.addAll(List.of("" + trace, "-e"));
        strace.add("trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink");
        strace.addAll(command);
        var process =
                new ProcessBuilder(strace)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) throw new IOException("The recorded process failed");
        return new RecordedWrites(new Reader(directory).read(trace));
    }

    private static final class Reader {

        private final Path directory;
        private final Map<String, String> unfinished = new HashMap<>();
        private final List<Step> steps = new ArrayList<>();

        Reader(Path directory) {
            this.directory = directory;
        }

        List<Step> read(Path trace) throws IOException {
            try (var lines = Files.lines(trace, ISO_8859_1)) {
                lines.forEach(this::line);
            }
            return steps;
        }

        private void line(String line) {
            var resumed = RESUMED.matcher(line);
            if (resumed.matches()) {
                var begun = unfinished.remove(resumed.group(1));
                if (begun != null)
                    call(resumed.group(2), begun + resumed.group(3), resumed.group(4));
                return;
            }
            var call = CALL.matcher(line);
            if (!call.matches()) return;
            if (call.group(4) == null) unfinished.put(call.group(1), call.group(3));
            else call(call.group(2), call.group(3), call.group(4));
        }

        private void call(String name, String arguments, String result) {
            if (result.startsWith("-")) return;
            switch (name) {
                case "write" -> said(arguments);
                case "unlink" -> gone(text(arguments));
                default -> {
                    var file = file(arguments);
                    if (file != null) changed(name, file, arguments);
                }
            }
        }

        private void changed(String name, Path file, String arguments) {
            var last = arguments.substring(arguments.lastIndexOf(',') + 1).trim();
            steps.add(
                    switch (name) {
                        case "pwrite64" ->
                                new Write(file, Integer.parseInt(last), bytes(arguments));
                        case "ftruncate" -> new Cut(file, Integer.parseInt(last));
                        default -> new Sync(file);
                    });
        }

        private void said(String arguments) {
            if (!arguments.startsWith("2<")) return;
            var text = text(arguments);
            if (text.startsWith("ACK"))
                steps.add(new Acknowledged(Long.parseLong(text.substring(3).trim())));
        }

        private void gone(String path) {
            var file = Path.of(path);
            if (file.startsWith(directory)) steps.add(new Gone(file.getFileName()));
        }

        private @Nullable Path file(String arguments) {
            var path = PATH.matcher(arguments);
            if (!path.find()) return null;
            var file = Path.of(new String(hex(path.group(1)), ISO_8859_1));
            return file.startsWith(directory) ? file.getFileName() : null;
        }

        private static String text(String arguments) {
            return new String(bytes(arguments), ISO_8859_1);
        }

        private static byte[] bytes(String arguments) {
            var text = TEXT.matcher(arguments);
            return text.find() ? hex(text.group(1)) : new byte[0];
        }

        private static byte[] hex(String text) {
            if (!text.startsWith("\\x")) return text.getBytes(ISO_8859_1);
            var bytes = new byte[text.length() / 4];
            for (var i = 0; i < bytes.length; i++)
                bytes[i] = (byte) Integer.parseInt(text, 4 * i + 2, 4 * i + 4, 16);
            return bytes;
        }
    }
}

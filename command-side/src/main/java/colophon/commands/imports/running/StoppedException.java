package colophon.commands.imports.running;

/** The server stops, or another process has claimed the import: the rest is done there. */
final class StoppedException extends RuntimeException {
    StoppedException() {
        super("stopping", null, false, false);
    }
}

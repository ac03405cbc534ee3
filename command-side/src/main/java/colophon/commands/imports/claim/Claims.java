package colophon.commands.imports.claim;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Who carries out which import, and how far it is. A claim says that others need not; it proves
 * nothing: a row that two processes carry out at once is carried out once, by its key.
 */
public interface Claims {

    /**
     * How often to be heard of, in milliseconds; whoever is not, for several times that, is gone.
     */
    int HEARD_OF_EVERY = 1_000;

    /** Rows, or what was taken back, by what became of them. */
    record Counts(int accepted, int refused, int repeated) {}

    /** True if the import is ours from now on: nobody has it, or who had it is gone. */
    boolean take(String importId);

    /** Says how far it is; false if another process has taken it. */
    boolean tell(String importId, Counts counts);

    /** There is nothing more to do for it. */
    void done(String importId);

    /** Lets others have it, who are to go on where this process stops. */
    void leave(String importId);

    /** How far whoever carries it out says it is; null if nobody does. */
    @Nullable Counts seen(String importId);

    /** Imports that somebody began to carry out and nobody does now. */
    List<String> left();

    /** For a process without others. */
    static Claims alone() {
        return Alone.ONLY;
    }
}

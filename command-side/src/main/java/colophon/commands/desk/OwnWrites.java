package colophon.commands.desk;

import java.time.LocalDate;

/** Counts the commands of each student: across restarts, and for all processes together. */
@FunctionalInterface
public interface OwnWrites {

    /** The result of counting one more command. */
    enum Counted {
        COUNTED,
        DAY_IS_FULL,
        ALL_IS_FULL
    }

    /**
     * Counts one more command if the limits of the day and in all allow it. The count is exact
     * under concurrency.
     */
    Counted count(String studentId, LocalDate day, int mostOfDay, long mostInAll);
}

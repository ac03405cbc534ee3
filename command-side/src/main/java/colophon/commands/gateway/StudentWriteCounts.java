package colophon.commands.gateway;

import java.time.LocalDate;

/** Counts the commands of each student: across restarts, and for all processes together. */
@FunctionalInterface
public interface StudentWriteCounts {

    /** The result of counting one more command. */
    enum CountResult {
        COUNTED,
        DAY_IS_FULL,
        ALL_IS_FULL
    }

    /**
     * Counts one more command if the limits of the day and in all allow it. The count is exact
     * under concurrency.
     */
    CountResult count(String studentId, LocalDate day, int mostOfDay, long mostInAll);
}

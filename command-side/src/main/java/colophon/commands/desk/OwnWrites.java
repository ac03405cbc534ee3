package colophon.commands.desk;

import java.time.LocalDate;

/** How many commands each student has sent; kept across starts, one count for all processes. */
@FunctionalInterface
public interface OwnWrites {

    /** What became of one more. */
    enum Counted {
        COUNTED,
        DAY_IS_FULL,
        ALL_IS_FULL
    }

    /**
     * Counts one more, if there is room for it on that day and in all. Exact also when many ask at
     * once.
     */
    Counted count(String studentId, LocalDate day, int mostOfDay, long mostInAll);
}

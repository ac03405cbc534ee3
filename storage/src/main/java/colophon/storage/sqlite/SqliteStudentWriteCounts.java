package colophon.storage.sqlite;

import colophon.commands.gateway.StudentWriteCounts;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Keeps counts in a table of the log's file. Only the writing thread changes them. */
final class SqliteStudentWriteCounts implements StudentWriteCounts {

    private final SqliteCommitLog log;

    SqliteStudentWriteCounts(SqliteCommitLog log) {
        this.log = log;
    }

    @Override
    public CountResult count(String studentId, LocalDate day, int mostOfDay, long mostInAll) {
        return log.change(
                statements -> count(statements, studentId, day.toEpochDay(), mostOfDay, mostInAll));
    }

    private static CountResult count(
            PreparedStatements statements,
            String studentId,
            long day,
            int mostOfDay,
            long mostInAll)
            throws SQLException {
        var counted =
                statements.first(
                        "SELECT day, of_day, in_all FROM own_writes WHERE student = ?",
                        row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3)),
                        studentId);
        long ofDay = counted != null && counted.getFirst() == day ? counted.get(1) : 0;
        long inAll = counted == null ? 0 : counted.getLast();
        if (inAll >= mostInAll) return CountResult.ALL_IS_FULL;
        if (ofDay >= mostOfDay) return CountResult.DAY_IS_FULL;
        statements.update(
                "INSERT INTO own_writes(student, day, of_day, in_all) VALUES (?, ?, ?, ?) ON"
                        + " CONFLICT(student) DO UPDATE SET day = excluded.day, of_day ="
                        + " excluded.of_day, in_all = excluded.in_all",
                studentId,
                day,
                ofDay + 1,
                inAll + 1);
        return CountResult.COUNTED;
    }
}

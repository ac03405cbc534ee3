package colophon.storage.sqlite;

import colophon.commands.desk.OwnWrites;

import java.sql.SQLException;
import java.time.LocalDate;

/** Keeps counts in a table of the log's file. Only the writing thread changes them. */
final class SqliteOwnWrites implements OwnWrites {

    private final SqliteCommitLog log;

    SqliteOwnWrites(SqliteCommitLog log) {
        this.log = log;
    }

    @Override
    public Counted count(String studentId, LocalDate day, int mostOfDay, long mostInAll) {
        return log.change(
                statements -> count(statements, studentId, day.toEpochDay(), mostOfDay, mostInAll));
    }

    private static Counted count(
            Statements statements, String studentId, long day, int mostOfDay, long mostInAll)
            throws SQLException {
        var ofDay = 0L;
        var inAll = 0L;
        try (var row =
                statements
                        .get(
                                "SELECT day, of_day, in_all FROM own_writes WHERE student = ?",
                                studentId)
                        .executeQuery()) {
            if (row.next()) {
                ofDay = row.getLong(1) == day ? row.getLong(2) : 0;
                inAll = row.getLong(3);
            }
        }
        if (inAll >= mostInAll) return Counted.ALL_IS_FULL;
        if (ofDay >= mostOfDay) return Counted.DAY_IS_FULL;
        statements.update(
                "INSERT INTO own_writes(student, day, of_day, in_all) VALUES (?, ?, ?, ?) ON"
                        + " CONFLICT(student) DO UPDATE SET day = excluded.day, of_day ="
                        + " excluded.of_day, in_all = excluded.in_all",
                studentId,
                day,
                ofDay + 1,
                inAll + 1);
        return Counted.COUNTED;
    }
}

package colophon.storage.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Makes a value of the row at which a result stands. */
@FunctionalInterface
public interface RowReader<T> {

    /** The value of this row. */
    T read(ResultSet row) throws SQLException;
}

package colophon.architecture.wrong.colophon.views;

import java.sql.ResultSet;

public record ViewThatKnowsADriver(ResultSet rows) {}

package colophon.views.reading;

import colophon.api.access.ReadAccess;

/**
 * The viewer: decides what an answer may show. A query takes it as an argument, like its {@link
 * ViewSnapshot}.
 *
 * @param sight what the viewer may see
 * @param now the present views. They tell to which student and institution a record belongs, even
 *     if the query asks about the past.
 */
public record Viewer(ReadAccess sight, ViewSnapshot now) {

    /** True if the viewer may see a record of this student at this institution. */
    public boolean sees(String institutionId, String studentId) {
        return sight.sees(institutionId, studentId);
    }

    /** True if the viewer may see what belongs to this institution. */
    public boolean sees(String institutionId) {
        return sight.sees(institutionId);
    }
}

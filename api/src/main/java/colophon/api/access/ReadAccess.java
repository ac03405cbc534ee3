package colophon.api.access;

import java.util.Collection;

/** Read access: what a viewer may see. */
public interface ReadAccess {

    /** True if the viewer may see what belongs to this institution. */
    boolean sees(String institutionId);

    /** True if the viewer is this student. */
    default boolean isOwn(String studentId) {
        return false;
    }

    /** True if the viewer works for some institution, or audits it. */
    default boolean isStaff() {
        return true;
    }

    /** True if the viewer may see everything. */
    default boolean isWhole() {
        return false;
    }

    /** True if the viewer may see a record of this student at this institution. */
    default boolean sees(String institutionId, String studentId) {
        return sees(institutionId) || isOwn(studentId);
    }

    /**
     * True for the student, for staff of at least one of these institutions, and for staff of all
     * institutions.
     */
    default boolean seesAtOne(String studentId, Collection<String> of) {
        return isOwn(studentId) || isWhole() || isStaff() && of.stream().anyMatch(this::sees);
    }

    /**
     * True for the student, for staff of every one of these institutions, and for staff of all
     * institutions. If the list is empty, staff of single institutions see nothing.
     */
    default boolean seesAtEach(String studentId, Collection<String> of) {
        return isOwn(studentId)
                || isWhole()
                || isStaff() && !of.isEmpty() && of.stream().allMatch(this::sees);
    }

    /** Access to everything. */
    static ReadAccess whole() {
        return new ReadAccess() {
            @Override
            public boolean sees(String institutionId) {
                return true;
            }

            @Override
            public boolean isWhole() {
                return true;
            }
        };
    }
}

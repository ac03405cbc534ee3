package colophon.views.reading;

import java.util.Collection;

/** What the one who asks may see. */
public interface Sight {

    /** True if what belongs to this institution may be shown. */
    boolean sees(String institutionId);

    /** True if the one who asks is this student. */
    default boolean isOwn(String studentId) {
        return false;
    }

    /** True if the one who asks works for some institution, or audits it. */
    default boolean isStaff() {
        return true;
    }

    /** True if there is nothing that may not be shown. */
    default boolean isWhole() {
        return false;
    }

    /** True if a record of this student at this institution may be shown. */
    default boolean sees(String institutionId, String studentId) {
        return sees(institutionId) || isOwn(studentId);
    }

    /**
     * True if what is known of this student at these institutions may be shown: to the student, to
     * staff of one of them, and to staff of all.
     */
    default boolean seesAtOne(String studentId, Collection<String> of) {
        return isOwn(studentId) || isWhole() || isStaff() && of.stream().anyMatch(this::sees);
    }

    /**
     * True if what these institutions have to do with together may be shown of this student: to the
     * student, to staff of each of them, and to staff of all. What has to do with none is for staff
     * of all.
     */
    default boolean seesAtEach(String studentId, Collection<String> of) {
        return isOwn(studentId)
                || isWhole()
                || isStaff() && !of.isEmpty() && of.stream().allMatch(this::sees);
    }

    /** Of somebody who sees everything. */
    static Sight whole() {
        return new Sight() {
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

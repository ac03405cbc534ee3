package colophon.views.reading;

import java.util.Set;

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
     * True if this student may be shown: to the student, and to staff of an institution that has
     * records of theirs, or of any while none has.
     *
     * @param at the institutions that have
     */
    default boolean seesStudent(String studentId, Set<String> at) {
        return isOwn(studentId) || isStaff() && (at.isEmpty() || at.stream().anyMatch(this::sees));
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

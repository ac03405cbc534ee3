package colophon.security.matrix;

import colophon.api.access.Actor;
import colophon.api.access.ReadAccess;

/** What a person may see. */
record PersonReadAccess(Actor person) implements ReadAccess {

    @Override
    public boolean sees(String institutionId) {
        return person.worksFor(institutionId);
    }

    @Override
    public boolean isOwn(String studentId) {
        return person.isStudent(studentId);
    }

    @Override
    public boolean isStaff() {
        return person.isStaff();
    }

    @Override
    public boolean isWhole() {
        return person.isStaff() && person.institutions().isEmpty();
    }
}

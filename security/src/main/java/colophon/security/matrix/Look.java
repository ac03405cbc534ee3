package colophon.security.matrix;

import colophon.security.Person;
import colophon.views.reading.Sight;

/** What a person may see. */
record Look(Person person) implements Sight {

    /** What an unknown caller may see: nothing. */
    static final Sight NONE =
            new Sight() {
                @Override
                public boolean sees(String institutionId) {
                    return false;
                }

                @Override
                public boolean isStaff() {
                    return false;
                }
            };

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

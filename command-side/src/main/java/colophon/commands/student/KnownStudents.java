package colophon.commands.student;

import java.util.Set;

/**
 * Tells where a student is known by name. The answer may be a moment old, so it only decides what a
 * sender is told, never what is recorded.
 */
@FunctionalInterface
public interface KnownStudents {

    /** The ids of the institutions that may know the student's name; empty for an unknown id. */
    Set<String> institutions(String studentId);
}

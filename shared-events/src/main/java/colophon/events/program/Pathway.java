package colophon.events.program;

import java.util.List;

/**
 * One way through a certificate; whoever takes it takes no courses of another.
 *
 * @param courses ids of the courses that count toward it
 */
public record Pathway(String id, String title, List<String> courses) {}

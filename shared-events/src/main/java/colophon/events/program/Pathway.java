package colophon.events.program;

import java.util.List;

/**
 * One way through a certificate. A student on it takes no courses of another pathway.
 *
 * @param courses ids of the courses that count toward it
 */
public record Pathway(String id, String title, List<String> courses) {}

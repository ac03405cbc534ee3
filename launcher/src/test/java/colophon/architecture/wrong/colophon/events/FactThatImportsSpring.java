package colophon.architecture.wrong.colophon.events;

import org.springframework.util.MimeType;

public record FactThatImportsSpring(MimeType kind) {}

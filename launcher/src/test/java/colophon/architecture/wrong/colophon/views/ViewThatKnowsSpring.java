package colophon.architecture.wrong.colophon.views;

import org.springframework.http.ResponseEntity;

public record ViewThatKnowsSpring(ResponseEntity<String> reply) {}

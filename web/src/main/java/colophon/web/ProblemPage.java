package colophon.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shows the page that a problem's {@code type} leads to: the section of {@code docs/problems.md}
 * that explains the reason.
 */
@RestController
class ProblemPage {

    private final Map<String, String> sections = sections();

    @Operation(summary = "Explain the reason of a problem")
    @GetMapping(path = "/problems/{reason}", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> explain(@PathVariable String reason) {
        var section = sections.get(reason);
        if (section == null) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return ResponseEntity.ok(section);
    }

    private static Map<String, String> sections() {
        var sections = new LinkedHashMap<String, String>();
        @Nullable String reason = null;
        for (var line : page().lines().toList()) {
            if (line.startsWith("#")) reason = line.startsWith("### ") ? line.substring(4) : null;
            if (reason != null) sections.merge(reason, line + "\n", String::concat);
        }
        return sections;
    }

    private static String page() {
        try {
            return new ClassPathResource("docs/problems.md").getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

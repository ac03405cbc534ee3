package colophon.architecture.wrong.colophon.commands;

import java.time.Instant;

public class RuleThatLooksAtTheClock {
    Instant decide() {
        return Instant.now();
    }
}

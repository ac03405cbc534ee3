package colophon.architecture.wrong.colophon.views;

import org.junit.jupiter.api.Test;

public class AwardProperties {
    @Test
    void is_never_run() {}
}

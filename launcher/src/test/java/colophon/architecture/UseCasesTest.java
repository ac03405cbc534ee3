package colophon.architecture;

import org.junit.jupiter.api.Test;

/** The table of use cases is what the code says. */
class UseCasesTest {

    @Test
    void the_use_cases_are_those_of_the_code() {
        new WrittenDocument("docs/use-cases.md").hold(new UseCases().tables());
    }
}

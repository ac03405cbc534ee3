package colophon.security.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password1234",
                "P@ssw0rd1234",
                "passwordpassword",
                "password password",
                "Welcome2024!!",
                "Summer2026!!!",
                "administrator",
                "administrator1",
                "aaaaaaaaaaaa",
                "AAAAAAAAAAAAAAAA",
                "abababababab",
                "abcabcabcabc",
                "111111111111",
                "111111222222",
                "123456789012",
                "012345678910",
                "098765432109",
                "abcdefghijkl",
                "lkjihgfedcba",
                "acegikmoqsuw",
                "qwertyuiop12",
                "qwertyuiopas",
                "qwertzuiop123",
                "asdfghjkl123",
                "1qaz2wsx3edc",
                "zaq12wsxcde3",
                "1q2w3e4r5t6y",
                "iloveyou1234",
                "letmein12345",
                "letmeinletmein",
                "changeme2026",
                "colophon1234",
                "Colophon2026!",
                "student12345",
                "dragon123456",
                "monkeydragon",
                "19991999199919",
                "ada.lovelace",
                "adalovelaceada.lovelace",
                "lovelacelovelace",
                "ecalevol.ada12",
                "ada.lovelace2026",
                "Ada.Lovelace!",
                "            x",
            })
    void refusesWhatIsTriedFirst(String password) {
        assertThat(PasswordRules.refusal(password, "ada.lovelace"))
                .as("%s: %d bits", password, PasswordRules.bits(password, "ada.lovelace"))
                .hasValueSatisfying(why -> assertThat(why).contains("too easy", "Take four words"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "another correct horse battery",
                "xkq7-Trouv-mm2z",
                "gräfin wartet auf regen",
                "mJ8vQ2pLs9Xw",
                "Kiesel Laterne Apfel Tau",
                "hYuO3kdLq0PmZx",
                "паролькамень",
                "velvet-orbit-cactus-spoon",
            })
    void takesWhatIsNot(String password) {
        assertThat(PasswordRules.refusal(password, "ada.lovelace"))
                .as("%d bits", PasswordRules.bits(password, "ada.lovelace"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "              ",
                "\t\t\t\t\t\t\t\t\t\t\t\t\t",
                "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0",
                "\u2003 \u3000 \u2003 \u3000 \u2003 \u3000 \u2003",
                "\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b",
            })
    void refusesBlanks(String password) {
        assertThat(PasswordRules.refusal(password, "ada"))
                .hasValueSatisfying(why -> assertThat(why).contains("blanks"));
    }

    @Test
    void refusesWhatIsTooShortOrTooLong() {
        assertThat(PasswordRules.refusal("mJ8vQ2pLs9X", "ada"))
                .hasValueSatisfying(why -> assertThat(why).contains("at least 12"));
        assertThat(PasswordRules.refusal("𝄞𝄞𝄞𝄞𝄞𝄞", "ada"))
                .hasValueSatisfying(why -> assertThat(why).contains("at least 12"));
        assertThat(PasswordRules.refusal("mJ8vQ2pLs9Xw".repeat(7), "ada"))
                .hasValueSatisfying(why -> assertThat(why).contains("at most 72 bytes"));
        assertThat(PasswordRules.refusal("ü".repeat(2_000_000), "ada")).isPresent();
    }

    @Test
    void takesWhatTheProgramMakes() {
        for (var n = 0; n < 500; n++)
            assertThat(PasswordRules.refusal(SecretHashes.random(), "ada")).isEmpty();
    }
}

package colophon.launcher.demo;

import java.util.List;

/** The invented names of the students of the demonstration. */
final class DemonstrationNames {

    private static final List<String> GIVEN =
            words(
                    """
                    Amara Beatriz Chen Dalia Elias Fatima Gideon Hana Ines Jonas Keiko Lucía
                    Malik Noor Oskar Priya Quentin Rosa Søren Thandiwe Uma Viktor Wren Ximena
                    Yusuf Zofia
                    """);
    private static final List<String> FAMILY =
            words(
                    """
                    Abara Bellweather Castellanos Dubois Eriksen Farrow Grantham Hashimoto
                    Ilves Jankowski Kowalczyk Lindqvist Moreau Nakagawa Okonkwo Petrov Quill
                    Rasmussen Sato Thackeray Underhill Vasquez Whitlock Yamada Zimmerman
                    """);

    private DemonstrationNames() {}

    /** The given name of the student with this number, from 0. */
    static String given(int student) {
        return GIVEN.get(student % GIVEN.size());
    }

    /** The family name of the student with this number, from 0. */
    static String family(int student) {
        return FAMILY.get((student * 7 + student / GIVEN.size()) % FAMILY.size());
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}

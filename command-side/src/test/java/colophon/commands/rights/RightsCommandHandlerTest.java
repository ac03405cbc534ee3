package colophon.commands.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import colophon.commands.Reason;
import colophon.commands.Refusal;
import colophon.commands.campus.Campus;
import colophon.commands.campus.CommandSide;
import colophon.commands.gateway.CommandAnswer;
import colophon.events.privacy.Sealed;
import colophon.events.rights.AmendmentDecided;
import colophon.events.rights.AmendmentRequested;
import colophon.events.rights.DirectoryOptOutChanged;
import colophon.events.rights.StatementPlaced;

import org.junit.jupiter.api.Test;

import java.util.List;

class RightsCommandHandlerTest {

    private final CommandSide office = Campus.open();

    @Test
    void a_request_its_denial_and_the_statement_all_stay() {
        var amended = new RightsCommandHandler.AmendmentResult("m-1", "s-1");

        assertThat(office.send(new RequestAmendment("s-1", "m-1", "C", "A")))
                .isEqualTo(CommandAnswer.created(amended));
        assertThat(office.lastCommit())
                .containsExactly(
                        new AmendmentRequested(
                                "s-1", "m-1", new Sealed("C"), new Sealed("A"), "print of C\nA"));
        assertThat(office.send(new RequestAmendment("s-1", "m-1", "C", "A")))
                .isEqualTo(CommandAnswer.ok(amended));
        assertThat(office.send(new DecideAmendment("s-1", "m-1", false, "no", List.of())))
                .isEqualTo(CommandAnswer.ok(amended));
        assertThat(office.lastCommit())
                .containsExactly(
                        new AmendmentDecided(
                                "s-1", "m-1", false, new Sealed("no"), List.of(), "print of no"));
        office.send(new PlaceStatement("s-1", "m-1", "It was an A."));
        assertThat(office.lastCommit())
                .containsExactly(
                        new StatementPlaced(
                                "s-1", "m-1", new Sealed("It was an A."), "print of It was an A."));
    }

    @Test
    void a_granted_request_names_commits_about_its_student() {
        office.send(new RequestAmendment("s-1", "m-1", "C", "A"));
        var ofFirst = (long) office.commits().size();
        office.send(new RequestAmendment("s-2", "m-1", "C", "A"));
        for (var commit : List.of(ofFirst + 1, ofFirst + 2, Long.MAX_VALUE))
            assertThatThrownBy(() -> office.send(granted(ofFirst, commit)))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.reason())
                                            .isEqualTo(Reason.CORRECTIONS_DO_NOT_FIT))
                    .hasMessage("There is no commit " + commit + " about student s-1.");
        office.send(granted(ofFirst));
        var after = office.commits().size();
        office.send(granted(ofFirst));
        assertThat(office.commits()).as("the same decision again").hasSize(after);
    }

    private static DecideAmendment granted(Long... corrections) {
        return new DecideAmendment("s-1", "m-1", true, "so it was", List.of(corrections));
    }

    @Test
    void two_students_may_have_requests_of_one_name() {
        office.send(new RequestAmendment("s-1", "m-1", "C", "A"));
        assertThat(office.send(new RequestAmendment("s-2", "m-1", "B", "A")))
                .isEqualTo(
                        CommandAnswer.created(
                                new RightsCommandHandler.AmendmentResult("m-1", "s-2")));
    }

    @Test
    void a_student_opts_out_once() {
        var named = new RightsCommandHandler.OptOutResult("s-1", true);

        assertThat(office.send(new ChangeDirectoryOptOut("s-1", true)))
                .isEqualTo(CommandAnswer.ok(named));
        assertThat(office.lastCommit()).containsExactly(new DirectoryOptOutChanged("s-1", true));
        var commits = office.commits().size();
        assertThat(office.send(new ChangeDirectoryOptOut("s-1", true)))
                .isEqualTo(CommandAnswer.ok(named));
        assertThat(office.commits()).hasSize(commits);
    }

    @Test
    void refuses_a_student_whom_nobody_knows() {
        for (var command :
                List.of(
                        new ChangeDirectoryOptOut("s-0", true),
                        new RequestAmendment("s-0", "m-1", "C", "A"),
                        new DecideAmendment("s-0", "m-1", false, "no", List.of()),
                        new PlaceStatement("s-0", "m-1", "An A.")))
            assertThatThrownBy(() -> office.send(command))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal ->
                                    assertThat(refusal.reason())
                                            .isEqualTo(Reason.STUDENT_NOT_FOUND));
    }
}

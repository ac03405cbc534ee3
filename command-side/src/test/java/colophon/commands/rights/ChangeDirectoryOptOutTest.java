package colophon.commands.rights;

import static colophon.commands.Given.given;

import colophon.events.rights.DirectoryOptOutChanged;

import org.junit.jupiter.api.Test;

class ChangeDirectoryOptOutTest {

    @Test
    void a_student_who_opts_out_is_named_no_more() {
        given(Rights.STREAM)
                .when(state -> Rights.decide(new ChangeDirectoryOptOut("s-1", true), state))
                .then(new DirectoryOptOutChanged("s-1", true));
    }

    @Test
    void and_may_come_back() {
        given(Rights.STREAM, new DirectoryOptOutChanged("s-1", true))
                .when(state -> Rights.decide(new ChangeDirectoryOptOut("s-1", false), state))
                .then(new DirectoryOptOutChanged("s-1", false));
    }

    @Test
    void what_is_so_already_changes_nothing() {
        given(Rights.STREAM)
                .when(state -> Rights.decide(new ChangeDirectoryOptOut("s-1", false), state))
                .thenNothing();
        given(Rights.STREAM, new DirectoryOptOutChanged("s-1", true))
                .when(state -> Rights.decide(new ChangeDirectoryOptOut("s-1", true), state))
                .thenNothing();
    }
}

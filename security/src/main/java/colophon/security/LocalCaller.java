package colophon.security;

import colophon.commands.desk.Caller;

import org.springframework.stereotype.Component;

/** Everybody is the one who sits at this machine, until there is a sign-in. */
@Component
class LocalCaller implements Caller {

    @Override
    public String who() {
        return "local";
    }
}

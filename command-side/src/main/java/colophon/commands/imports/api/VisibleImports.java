package colophon.commands.imports.api;

import static colophon.api.problem.RequestProblem.UNKNOWN_PARAMETER;

import colophon.api.access.CurrentActor;
import colophon.api.access.Owner;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.imports.Import;
import colophon.commands.imports.running.DryRun;
import colophon.commands.imports.running.ImportRunner;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The imports and dry runs that an account may see, and how the calls about them are answered.
 * Imports of other accounts are hidden, unless the account may see all of them.
 */
@Component
final class VisibleImports {

    private final ImportRunner runner;
    private final CurrentActor actor;
    private final LongSupplier head;
    private final DryRuns dryRuns = new DryRuns();

    VisibleImports(ImportRunner runner, CurrentActor actor, LongSupplier head) {
        this.runner = runner;
        this.actor = actor;
        this.head = head;
    }

    /** The state of an import; unknown if the account may not see it. */
    Import state(String id) {
        var known = runner.state(id);
        return known instanceof Import.Unknown || mayKnow(Import.require(known, id).startedBy())
                ? known
                : new Import.Unknown();
    }

    private boolean mayKnow(String startedBy) {
        return actor.access().covers(Owner.account(startedBy));
    }

    /** The dry run of that name, or null if there is none that the account may see. */
    @Nullable DryRun dryRun(String id) {
        return dryRuns.find(id, actor);
    }

    /** Remembers a dry run under its name. */
    void add(DryRun dryRun) {
        dryRuns.add(dryRun);
    }

    /** The answer to a query. */
    ResponseEntity<?> answer(Object body) {
        return ResponseEntity.ok()
                .header("Event-Position", Long.toString(head.getAsLong()))
                .body(body);
    }

    /** Throws Refusal if the request has a parameter that is not among these. */
    static void refuseUnknown(HttpServletRequest request, Set<String> known) {
        for (var name : request.getParameterMap().keySet())
            if (!known.contains(name))
                throw UNKNOWN_PARAMETER.because("'" + name + "' is not a parameter here.");
    }

    /**
     * A request without its key: a refusal may quote the file, and the file's texts must not be
     * kept.
     */
    static CommandRequest unkept(CommandRequest asked) {
        return new CommandRequest(asked.route(), asked.path(), null, asked.within());
    }
}

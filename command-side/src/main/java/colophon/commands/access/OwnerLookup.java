package colophon.commands.access;

import colophon.api.access.WriteAccess;
import colophon.commands.gateway.AccessCheck;
import colophon.commands.loading.States;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks up the owner of each id in a command. */
final class OwnerLookup implements AccessCheck {

    private final States states;
    private final Set<Class<?>> known = ConcurrentHashMap.newKeySet();

    OwnerLookup(States states) {
        this.states = states;
    }

    @Override
    public void require(WriteAccess access, Object command) {
        if (known.add(command.getClass())) CommandReferences.requireKnown(command.getClass());
        var left = access;
        @Nullable String studentId = null;
        var seen = new HashSet<CommandReferences.Reference>();
        for (var reference : CommandReferences.in(command)) {
            if (!seen.add(reference)) continue;
            var kind = reference.kind();
            var id = reference.id();
            var owner = kind.owner(states, studentId, id);
            left = left.using(owner).orElseThrow(() -> kind.notFound(id));
            if (kind == ReferenceKind.STUDENT && studentId == null) studentId = id;
        }
    }
}

package colophon.commands.imports.claim;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Claims of a single process: no other process can see or hold one. */
enum SingleProcessClaims implements ImportClaims {
    ONLY;

    @Override
    public boolean take(String importId) {
        return true;
    }

    @Override
    public boolean report(String importId, ClaimedRowCounts counts) {
        return true;
    }

    @Override
    public void done(String importId) {}

    @Override
    public void leave(String importId) {}

    @Override
    public @Nullable ClaimedRowCounts progress(String importId) {
        return null;
    }

    @Override
    public List<String> abandoned() {
        return List.of();
    }
}

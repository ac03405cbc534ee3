package colophon.commands.imports.claim;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** Claims of a single process: no other process can see or hold one. */
enum Alone implements Claims {
    ONLY;

    @Override
    public boolean take(String importId) {
        return true;
    }

    @Override
    public boolean tell(String importId, Counts counts) {
        return true;
    }

    @Override
    public void done(String importId) {}

    @Override
    public void leave(String importId) {}

    @Override
    public @Nullable Counts seen(String importId) {
        return null;
    }

    @Override
    public List<String> left() {
        return List.of();
    }
}

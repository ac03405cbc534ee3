package colophon.api.paging;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page, null at the end
 */
public record Items<T>(List<T> items, @Nullable String next) {}

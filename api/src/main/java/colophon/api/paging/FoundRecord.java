package colophon.api.paging;

/**
 * An entry of a list and its place in the order of the list.
 *
 * @param at pass it as {@code after} to go on behind this entry
 */
public record FoundRecord<V>(String at, V value) {}

package colophon.commands.imports;

/** Ends a reversal, once every row was reversed or refused. */
public record FinishReversal(String importId, int reversed, int refused) {}

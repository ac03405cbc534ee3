package colophon.commands.imports;

/** Every row that an import had changed something by was taken back, or could not be. */
public record FinishReversal(String importId, int reversed, int refused) {}

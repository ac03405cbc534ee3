package colophon.commands.imports;

/** Ends an import, once every row has its result. */
public record FinishImport(String importId, int accepted, int refused, int repeated) {}

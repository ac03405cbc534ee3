package colophon.commands.imports;

/** Every row of an import has its answer. */
public record FinishImport(String importId, int accepted, int refused, int repeated) {}

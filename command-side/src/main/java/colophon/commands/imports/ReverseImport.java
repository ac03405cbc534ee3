package colophon.commands.imports;

/** What an import changed is to be taken back. */
public record ReverseImport(String importId, String reason, String startedBy) {}

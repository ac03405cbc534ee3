package colophon.commands.loading;

/**
 * Handles the commands of one kind of stream. Every bean of this type is put on the command bus.
 */
public interface HandlesCommands {}

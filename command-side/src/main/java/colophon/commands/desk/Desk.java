package colophon.commands.desk;

/**
 * Handles the commands of one kind of stream. Every bean of this type is put on the command bus.
 */
public interface Desk {}

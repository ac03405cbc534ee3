package colophon.commands.desk;

/** Handles the commands of one subject: every bean of this type is put on the command bus. */
public interface Desk {}

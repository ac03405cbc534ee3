package colophon.architecture.wrong.colophon.commands;

import colophon.commands.loading.StateStore;

public record RuleThatLocks(StateStore states) {}

package colophon.architecture.wrong.colophon.commands;

import org.axonframework.messaging.MetaData;

public record RuleThatKnowsAxon(MetaData data) {}

package colophon.launcher.demo;

import colophon.commands.expense.Expense;
import colophon.commands.expense.RecordExpense;
import colophon.commands.gateway.CommandGateway;
import colophon.commands.gateway.CommandRequest;
import colophon.commands.gateway.CommandRequest.InternalOrigin;
import colophon.commands.loading.StateStore;
import colophon.events.expense.ExpenseCategory;
import colophon.events.money.Money;
import colophon.events.privacy.Seals;
import colophon.launcher.roles.ConditionalOnRole;
import colophon.launcher.roles.ProcessRoles.ProcessRole;
import colophon.launcher.terminal.TerminalProgressBar;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * Fills a log with the demonstration data by sending the commands that a client would send. The
 * last command marks the data as complete. Until then, each start enters what is missing.
 */
@Component
@Profile("demo")
@ConditionalOnRole(ProcessRole.COMMAND)
class Demonstration implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final CommandRequest REQUEST =
            new CommandRequest("demo", "/demo", null, new InternalOrigin("demo", "/demo", false));
    private static final String LAST = "demo-last-expense";

    private final CommandGateway gateway;
    private final StateStore states;
    private final Seals seals;
    private final Clock clock;

    Demonstration(CommandGateway gateway, StateStore states, Seals seals, Clock clock) {
        this.gateway = gateway;
        this.states = states;
        this.seals = seals;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments options) {
        if (!(states.read(Expense.STREAM.stream(LAST)) instanceof Expense.Unknown)) return;
        var commands = commands(LocalDate.now(clock));
        try (var bar = new TerminalProgressBar("Demonstration data")) {
            for (int n = 0; n < commands.size(); n++) {
                bar.at(n, commands.size());
                send(commands.get(n));
            }
        }
        LOG.info("Demonstration data: {} commands", commands.size());
    }

    private List<Object> commands(LocalDate today) {
        var catalog = DemonstrationCatalog.of(today);
        var commands = new ArrayList<>(catalog.commands());
        commands.addAll(DemonstrationCohort.of(catalog, seals, today));
        commands.add(
                new RecordExpense(
                        LAST,
                        "s-001",
                        "rbs",
                        new Money(BigDecimal.TEN, Currency.getInstance("USD")),
                        ExpenseCategory.MATERIALS,
                        null,
                        null));
        return commands;
    }

    private void send(Object command) {
        var answer = gateway.answer(REQUEST, "", command);
        if (answer.getStatusCode().isError())
            LOG.warn(
                    "Demonstration data: {} was refused: {}",
                    command.getClass().getSimpleName(),
                    new String(answer.getBody(), StandardCharsets.UTF_8));
    }
}

package colophon.launcher.terminal;

import colophon.storage.operations.OperationProgress;

import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

import org.jspecify.annotations.Nullable;

import java.io.Console;

/** A progress bar on a terminal. Elsewhere only the final line is printed. */
public final class TerminalProgressBar implements OperationProgress, AutoCloseable {

    private final ProgressBar bar;
    private String last = "";

    /** Shows the bar; {@code task} is one or two words. */
    public TerminalProgressBar(String task) {
        var building = new ProgressBarBuilder().setTaskName(task).setInitialMax(-1);
        if (!atTerminal()) building.setConsumer(new DelegatingProgressBarConsumer(_ -> {}));
        bar = building.build();
    }

    @Override
    public void at(long done, long total) {
        bar.maxHint(total);
        bar.stepTo(done);
    }

    /** Removes the bar and prints the final line. */
    public void done(String said) {
        last = said;
    }

    @Override
    public void close() {
        bar.close();
        if (!last.isEmpty()) System.out.println(last);
    }

    private static boolean atTerminal() {
        @Nullable Console console = System.console();
        return console != null && console.isTerminal();
    }
}

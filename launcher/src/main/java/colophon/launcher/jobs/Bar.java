package colophon.launcher.jobs;

import colophon.storage.operations.Progress;

import me.tongfei.progressbar.ProgressBar;

/** A bar on a terminal, one line at the end anywhere. */
final class Bar implements Progress, AutoCloseable {

    private final ProgressBar bar;
    private String last = "";

    Bar(String task) {
        bar = new ProgressBar(task, -1);
    }

    @Override
    public void at(long done, long total) {
        bar.maxHint(total);
        bar.stepTo(done);
    }

    /** What is said when the bar is gone. */
    void done(String said) {
        last = said;
    }

    @Override
    public void close() {
        bar.close();
        if (!last.isEmpty()) System.out.println(last);
    }
}

package colophon.commands.campus;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Plays a tenth of the tries of a costly property; {@code -Dcolophon.tries=100} plays all of them,
 * as CI does.
 */
public final class ShareOfTries implements AroundPropertyHook {

    private static final int PERCENT = Integer.getInteger("colophon.tries", 10);

    @Override
    public PropertyExecutionResult aroundProperty(
            PropertyLifecycleContext context, PropertyExecutor property) {
        var tries = context.attributes();
        tries.tries().ifPresent(all -> tries.setTries(Math.max(1, all * PERCENT / 100)));
        return property.execute();
    }

    /** The same share of any other number of rounds. */
    public static int of(int all) {
        return Math.max(1, all * PERCENT / 100);
    }
}

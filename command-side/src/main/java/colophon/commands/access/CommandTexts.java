package colophon.commands.access;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All texts in a command, in the order of its components and at any depth: in the command, in its
 * records, and in lists and sets.
 */
final class CommandTexts {

    /**
     * A text.
     *
     * @param holder the record that contains it, directly or in a list
     * @param component the name of the record component
     */
    record Text(Class<?> holder, String component, String text) {}

    private final List<Text> all = new ArrayList<>();

    private CommandTexts() {}

    /** All texts of a command. The command must be a record. */
    static List<Text> of(Object command) {
        var texts = new CommandTexts();
        texts.addAll(command);
        return texts.all;
    }

    private void addAll(Object record) {
        for (var component : record.getClass().getRecordComponents())
            add(value(record, component), record.getClass(), component.getName());
    }

    private void add(@Nullable Object value, Class<?> holder, String component) {
        if (value instanceof String text) all.add(new Text(holder, component, text));
        if (value instanceof Record record) addAll(record);
        if (value instanceof Collection<?> some) for (var one : some) add(one, holder, component);
    }

    private static @Nullable Object value(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

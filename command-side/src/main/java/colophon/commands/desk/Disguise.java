package colophon.commands.desk;

import colophon.commands.Refusal;
import colophon.commands.desk.Reach.Beyond;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A command as if it named what is not there, in place of what its sender may not touch. What is
 * decided about it is by its very making what is decided about a thing that does not exist; only
 * the id is put back into the words.
 */
final class Disguise {

    private final Object command;
    private final Map<String, String> idOf;

    private Disguise(Object command, Map<String, String> idOf) {
        this.command = command;
        this.idOf = idOf;
    }

    static Disguise of(Object original, List<Beyond> beyond) {
        var nothings = new HashMap<String, String>();
        var ids = new HashMap<String, String>();
        for (var one : beyond) {
            var nothing = UUID.randomUUID().toString();
            nothings.put(one.component(), nothing);
            ids.put(nothing, one.id());
        }
        return new Disguise(with(original, nothings), ids);
    }

    Object command() {
        return command;
    }

    /** The same refusal of the command as it was sent. */
    Refusal undone(Refusal refusal) {
        var detail = refusal.detail();
        for (var one : idOf.entrySet()) detail = detail.replace(one.getKey(), one.getValue());
        return new Refusal(refusal.reason(), detail);
    }

    private static Object with(Object original, Map<String, String> others) {
        var components = original.getClass().getRecordComponents();
        try {
            var types = Arrays.stream(components).map(RecordComponent::getType);
            var constructor =
                    original.getClass().getDeclaredConstructor(types.toArray(Class<?>[]::new));
            var values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                var other = others.get(components[i].getName());
                values[i] = other != null ? other : components[i].getAccessor().invoke(original);
            }
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("A command that takes no other id", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

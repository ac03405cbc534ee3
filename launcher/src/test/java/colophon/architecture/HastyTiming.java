package colophon.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ConstantDesc;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Finds tests that depend on the speed of the machine. It reads the bytes of a class, because a
 * rule of ArchUnit cannot see how long a test waits.
 */
final class HastyTiming {

    /** A shorter limit would judge the machine; a limit may only guard against hanging. */
    private static final Duration GENEROUS = Duration.ofMinutes(1);

    private static final String TIMEOUT = "Lorg/junit/jupiter/api/Timeout;";

    /** These methods give up after a time that is passed to them. */
    private static final Set<String> WAIT =
            Set.of(
                    "atMost",
                    "await",
                    "awaitCompletion",
                    "awaitTermination",
                    "connectTimeout",
                    "get",
                    "hasNextAvailable",
                    "join",
                    "orTimeout",
                    "poll",
                    "setDefaultTimeout",
                    "setSoTimeout",
                    "timeout",
                    "tryAcquire",
                    "waitFor",
                    "withStartupTimeout");

    /** These methods read the time or wait for some time. */
    private static final Set<String> CLOCK =
            Set.of(
                    "java/lang/Thread.sleep",
                    "java/util/concurrent/TimeUnit.sleep",
                    "java/util/concurrent/locks/LockSupport.parkNanos",
                    "java/lang/System.nanoTime",
                    "java/lang/System.currentTimeMillis");

    private final ClassModel model;
    private final Map<String, Duration> constants = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    private HastyTiming(ClassModel model) {
        this.model = model;
    }

    /** The parts of a class that depend on time, in words; empty if there are none. */
    static List<String> in(JavaClass type) {
        var source = type.getSource().orElseThrow().getUri();
        try (var bytes = source.toURL().openStream()) {
            return new HastyTiming(ClassFile.of().parse(bytes.readAllBytes())).look();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> look() {
        // The values of constants are collected before their uses.
        model.methods().stream()
                .filter(method -> method.methodName().equalsString("<clinit>"))
                .forEach(this::read);
        model.methods().forEach(this::read);
        annotations(
                model.findAttribute(Attributes.runtimeVisibleAnnotations())
                        .map(it -> it.annotations())
                        .orElse(List.of()));
        return found.stream().distinct().toList();
    }

    private void read(MethodModel method) {
        annotations(
                method.findAttribute(Attributes.runtimeVisibleAnnotations())
                        .map(it -> it.annotations())
                        .orElse(List.of()));
        method.code().ifPresent(code -> follow(method.methodName().stringValue(), code));
    }

    private void follow(String method, Iterable<?> code) {
        int line = 0;
        boolean awaits = false;
        @Nullable Long number = null;
        @Nullable Duration duration = null;
        @Nullable TimeUnit unit = null;
        for (var element : code) {
            switch (element) {
                case LineNumber at -> line = at.line();
                case ConstantInstruction constant -> {
                    number = number(constant.constantValue());
                    if (duration != null && number == null) duration = null;
                }
                case FieldInstruction field -> {
                    var name = field.name().stringValue();
                    if (field.opcode().name().startsWith("PUT")) {
                        if (duration != null) constants.put(name, duration);
                        duration = null;
                    } else if (field.owner()
                            .asInternalName()
                            .equals("java/util/concurrent/TimeUnit")) {
                        unit = TimeUnit.valueOf(name);
                    } else duration = constants.get(name);
                }
                case InvokeInstruction call -> {
                    var owner = call.owner().asInternalName();
                    var name = call.name().stringValue();
                    var where = method + ", line " + line + ": ";
                    if (owner.equals("java/time/Duration") && name.startsWith("of")) {
                        duration = number == null ? null : duration(name, number);
                        number = null;
                        continue;
                    }
                    if (name.startsWith("assertTimeout")) found.add(where + name);
                    if (CLOCK.contains(owner + "." + name)) found.add(where + name);
                    if (owner.endsWith("/Awaitility") && name.equals("await")) awaits = true;
                    if (owner.startsWith("org/awaitility/") && name.equals("atMost"))
                        awaits = false;
                    if (awaits && owner.startsWith("org/awaitility/") && name.startsWith("until")) {
                        found.add(
                                where
                                        + "waits for ten seconds, which is what Awaitility does"
                                        + " untold");
                        awaits = false;
                    }
                    if (WAIT.contains(name)) {
                        var given = given(name, duration, number, unit);
                        if (given != null && given.isPositive() && given.compareTo(GENEROUS) < 0)
                            found.add(where + name + " gives up after " + given);
                    }
                    duration = null;
                    number = null;
                    unit = null;
                }
                default -> {}
            }
        }
    }

    private static @Nullable Duration given(
            String name,
            @Nullable Duration duration,
            @Nullable Long number,
            @Nullable TimeUnit unit) {
        if (duration != null) return duration;
        if (number == null) return null;
        if (unit != null) return Duration.of(number, unit.toChronoUnit());
        return name.equals("setSoTimeout") ? Duration.ofMillis(number) : null;
    }

    private static @Nullable Long number(ConstantDesc constant) {
        return constant instanceof Integer || constant instanceof Long
                ? ((Number) constant).longValue()
                : null;
    }

    private static @Nullable Duration duration(String name, long number) {
        return switch (name) {
            case "ofMillis" -> Duration.ofMillis(number);
            case "ofSeconds" -> Duration.ofSeconds(number);
            case "ofMinutes" -> Duration.ofMinutes(number);
            case "ofHours" -> Duration.ofHours(number);
            default -> null;
        };
    }

    /** JUnit's own time limit, which is in seconds by default. */
    private void annotations(List<Annotation> annotations) {
        for (var annotation : annotations) {
            if (!annotation.className().equalsString(TIMEOUT)) continue;
            long value = 0;
            var unit = TimeUnit.SECONDS;
            for (var part : annotation.elements()) {
                if (part.value() instanceof AnnotationValue.OfLong given) value = given.longValue();
                if (part.value() instanceof AnnotationValue.OfEnum given)
                    if (given.className().stringValue().endsWith("TimeUnit;"))
                        unit = TimeUnit.valueOf(given.constantName().stringValue());
            }
            var given = Duration.of(value, unit.toChronoUnit());
            if (given.compareTo(GENEROUS) < 0) found.add("@Timeout of " + given);
        }
    }
}

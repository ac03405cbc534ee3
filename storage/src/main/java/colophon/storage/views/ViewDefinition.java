package colophon.storage.views;

import colophon.events.EventTypes;
import colophon.views.reading.View;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.TreeSet;

/**
 * A digest of the views: their names, versions and indexes, and every field of their records.
 * Records stored under one definition are never read under another.
 */
final class ViewDefinition {

    private final StringBuilder text = new StringBuilder();
    private final TreeSet<String> described = new TreeSet<>();

    private ViewDefinition() {}

    /** Sixteen digits that differ if the views differ. */
    static String of(Collection<View<?>> views) {
        var all = new ViewDefinition();
        for (var view : views) all.view(view);
        return all.digest();
    }

    private void view(View<?> view) {
        text.append(view.name()).append(" v").append(view.version());
        for (var index : view.indexes()) text.append(' ').append(index.name());
        text.append('\n');
        type(view.type());
    }

    private void type(Type type) {
        if (type instanceof ParameterizedType generic) {
            type(generic.getRawType());
            for (var of : generic.getActualTypeArguments()) type(of);
            return;
        }
        if (!(type instanceof Class<?> plain) || !plain.getName().startsWith("colophon")) return;
        if (!described.add(plain.getName())) return;
        text.append(plain.getName());
        if (plain.isEnum()) for (var one : plain.getEnumConstants()) text.append(' ').append(one);
        if (plain.isRecord())
            for (var field : plain.getRecordComponents())
                text.append(' ').append(field.getName()).append(' ').append(field.getGenericType());
        text.append('\n');
        if (plain.isRecord())
            for (var field : plain.getRecordComponents()) type(field.getGenericType());
        if (plain.isSealed()) for (var kind : plain.getPermittedSubclasses()) type(kind);
        else if (plain.isInterface()) EventTypes.of(plain).forEach(this::type);
    }

    private String digest() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = digest.digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

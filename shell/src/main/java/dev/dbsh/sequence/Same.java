package dev.dbsh.sequence;

import dev.dbsh.pg.QualifiedName;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps one of things that are equal: of a hundred thousand sequences most are made alike. */
final class Same {
    private final Map<Object, Object> known = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    <T> T one(T thing) {
        Object earlier = known.putIfAbsent(thing, thing);
        return earlier == null ? thing : (T) earlier;
    }

    /** The same name, of whose schema there is one. */
    QualifiedName named(QualifiedName name) {
        return new QualifiedName(one(name.schema()), name.name());
    }
}

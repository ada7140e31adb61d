package dev.dbsh.sql.classify;

import java.util.ArrayList;
import java.util.List;

/** The names that a pattern has met, each with the word that stands for it there. */
final class Captures {
    private final List<NamedObject> objects = new ArrayList<>();

    void add(String type, ObjectName name) {
        objects.add(NamedObject.target(type, name));
    }

    int size() {
        return objects.size();
    }

    /** Forgets all but the first so many. */
    void cutTo(int size) {
        objects.subList(size, objects.size()).clear();
    }

    List<NamedObject> all() {
        return List.copyOf(objects);
    }

    List<NamedObject> of(String type) {
        return objects.stream().filter(object -> object.type().equals(type)).toList();
    }
}

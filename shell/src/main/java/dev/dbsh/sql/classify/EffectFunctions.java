package dev.dbsh.sql.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The functions that do more than to answer. */
final class EffectFunctions {
    private static final Map<String, EffectFunction> BY_NAME = new HashMap<>();
    private static final List<EffectFunction> BY_PREFIX = new ArrayList<>();

    static {
        for (List<String> line : Table.read("effect-functions.txt")) {
            EffectFunction function = EffectFunction.parse(line);
            if (function.isPrefix()) {
                BY_PREFIX.add(function);
            } else {
                BY_NAME.put(function.name(), function);
            }
        }
    }

    private EffectFunctions() {}

    /** The function of that name, in whatever schema; null for all others. */
    static @Nullable EffectFunction find(String name) {
        EffectFunction function = BY_NAME.get(name);
        if (function != null) {
            return function;
        }
        for (EffectFunction family : BY_PREFIX) {
            if (family.has(name)) {
                return family.named(name);
            }
        }
        return null;
    }

    static boolean isOne(Reason reason) {
        return find(reason.what()) != null;
    }
}

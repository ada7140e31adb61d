package dev.dbsh.sql.classify;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prepared statements and cursors of a session, by their names. It never forgets: a name may have been used again. */
public final class KeptStatements {
    private final Map<String, Classified> byName = new HashMap<>();

    /** Takes note of a statement that went through; only PREPARE and DECLARE CURSOR are of interest. */
    public void ran(Classified statement) {
        Classified kept = statement.kept();
        if (kept != null) {
            for (NamedObject object : statement.objects()) {
                if (object.role() == NamedObject.Role.TARGET) {
                    byName.put(key(object), kept);
                }
            }
        }
    }

    /** What was kept under the name; null when nothing was. */
    @Nullable
    Classified find(NamedObject object) {
        return byName.get(key(object));
    }

    private static String key(NamedObject object) {
        return object.type() + ' ' + object.name();
    }
}

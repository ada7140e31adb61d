package dev.dbsh.session;

import static java.util.stream.Collectors.joining;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.Loss;
import dev.dbsh.pg.TransactionState;
import java.util.ArrayList;
import java.util.List;

/** {@code ; restored: role app, search_path; lost: the open transaction, temporary tables basket} */
final class LossWords {
    private static final int MOST_NAMES = 8;

    private LossWords() {}

    static String of(Loss loss) {
        List<String> settings = new ArrayList<>();
        if (!loss.server().user().equals(loss.server().systemUser())) {
            settings.add("role " + Identifier.readable(loss.server().user()));
        }
        settings.addAll(loss.belongings().settings().keySet());
        List<String> lost = new ArrayList<>();
        if (loss.transaction() != TransactionState.NONE) {
            lost.add("the open transaction with all that it made");
        }
        loss.belongings().things().forEach((kind, names) -> lost.add(kind + " " + some(names)));
        if (!loss.restored()) {
            lost.addAll(settings);
        }
        return part("; restored: ", loss.restored() ? settings : List.of())
                + part("; lost: ", lost)
                + (loss.complete() ? "" : "; what was set or made last is not known, and may be lost too");
    }

    private static String some(List<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(joining(", "));
        int more = names.size() - MOST_NAMES;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    private static String part(String heading, List<String> names) {
        return names.isEmpty() ? "" : heading + String.join(", ", names);
    }
}

package dev.dbsh.console;

import dev.dbsh.console.NameTable.Kind;
import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.render.Visible;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of the database as Tab inserts them: quoted and qualified where they have to be. */
final class NameOffers {
    private static final Set<Kind> IN_SCHEMAS = Set.of(Kind.TABLE, Kind.VIEW, Kind.SEQUENCE, Kind.FUNCTION);

    private final Names names;

    /** Where the name is going to stand. */
    enum Use {
        /** In a command's words, where a name is read as in SQL but is not SQL. */
        COMMAND,
        SQL
    }

    NameOffers(Names names) {
        this.names = names;
    }

    List<Offer> of(Collection<Kind> kinds, String word, Use use) {
        NameTable table = names.table();
        PartialName typed = PartialName.of(word);
        NameSearch search = new NameSearch(table, typed);
        List<Offer> offers = new ArrayList<>(written(search.beginning(kinds), table, typed, use));
        if (typed.schema() == null && kinds.stream().anyMatch(IN_SCHEMAS::contains)) {
            offers.addAll(schemas(table, typed, use));
        }
        return offers.isEmpty() ? written(search.guesses(kinds), table, typed, use) : offers;
    }

    private static List<Offer> written(List<QualifiedName> found, NameTable table, PartialName typed, Use use) {
        Map<String, Integer> owners = new HashMap<>();
        found.forEach(name -> owners.merge(name.name(), 1, Integer::sum));
        List<Offer> offers = new ArrayList<>();
        for (QualifiedName name : found) {
            boolean qualified = typed.schema() != null
                    || owners.getOrDefault(name.name(), 0) > 1
                    || !table.searchPath().contains(name.schema());
            String schema = name.schema().isEmpty() || !qualified ? "" : written(name.schema(), use) + ".";
            if (use == Use.SQL || isTypable(name)) {
                offers.add(Offer.word(schema + written(name.name(), use)));
            }
        }
        return offers;
    }

    // A schema is the way to its names: the dot follows, and the word goes on.
    private static List<Offer> schemas(NameTable table, PartialName typed, Use use) {
        if (typed.name().isEmpty()) {
            return List.of();
        }
        List<Offer> offers = new ArrayList<>();
        for (QualifiedName schema : table.of(Kind.SCHEMA)) {
            if (schema.name()
                    .regionMatches(true, 0, typed.name(), 0, typed.name().length())) {
                offers.add(new Offer(written(schema.name(), use) + ".", false));
            }
        }
        return offers;
    }

    private static boolean isTypable(QualifiedName name) {
        return (name.schema() + name.name()).chars().noneMatch(Character::isISOControl);
    }

    // A name that cannot be seen as it is, is written in escapes that SQL reads, and never put on the line raw.
    private static String written(String name, Use use) {
        if (use == Use.COMMAND || Visible.cell(name).equals(name)) {
            return Identifier.readable(name);
        }
        StringBuilder escaped = new StringBuilder("U&\"");
        name.codePoints().forEach(c -> {
            String one = Character.toString(c);
            if (c == '\\' || c == '"') {
                escaped.append(one).append(one);
            } else if (Visible.cell(one).equals(one)) {
                escaped.append(one);
            } else {
                escaped.append(String.format("\\+%06x", c));
            }
        });
        return escaped.append('"').toString();
    }
}

package dev.dbsh.console;

import dev.dbsh.console.NameTable.Kind;
import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.render.Visible;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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

    /** At most one more than {@link AllOffered#MOST} of each kind. */
    List<Offer> of(Collection<Kind> kinds, String word, Use use) {
        NameTable table = names.table();
        PartialName typed = PartialName.of(word);
        NameSearch search = new NameSearch(table, kinds, typed);
        Function<QualifiedName, String> writer = name -> written(name, table, typed, search, use);
        List<Offer> offers = new ArrayList<>(written(search.beginning(AllOffered.MOST + 1), writer, use));
        if (typed.schema() == null && kinds.stream().anyMatch(IN_SCHEMAS::contains)) {
            offers.addAll(schemas(table, typed, use));
        }
        return offers.isEmpty() ? written(search.guesses(), writer, use) : offers;
    }

    private static List<Offer> written(List<QualifiedName> found, Function<QualifiedName, String> writer, Use use) {
        return found.stream()
                .filter(name -> use == Use.SQL || isTypable(name))
                .map(name -> Offer.word(writer.apply(name)))
                .toList();
    }

    private static String written(QualifiedName name, NameTable table, PartialName typed, NameSearch search, Use use) {
        boolean qualified = typed.schema() != null
                || !table.searchPath().contains(name.schema())
                || search.isAmbiguous(name.name());
        String schema = name.schema().isEmpty() || !qualified ? "" : written(name.schema(), use) + ".";
        return schema + written(name.name(), use);
    }

    // A schema is the way to its names: the dot follows, and the word goes on.
    private static List<Offer> schemas(NameTable table, PartialName typed, Use use) {
        if (typed.name().isEmpty()) {
            return List.of();
        }
        return table.of(Kind.SCHEMA).beginning(typed.name(), schema -> true, AllOffered.MOST).stream()
                .map(schema -> new Offer(written(schema.name(), use) + ".", false))
                .toList();
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

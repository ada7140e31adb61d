package dev.dbsh.console;

import dev.dbsh.console.NameTable.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What Tab offers inside SQL: by the word before, the names that can follow it, else keywords and every name. */
final class SqlOffers {
    /** What a statement begins with. */
    static final List<String> STARTS = List.of(
            "alter",
            "analyze",
            "begin",
            "call",
            "cluster",
            "comment on",
            "commit",
            "copy",
            "create",
            "delete from",
            "drop",
            "explain",
            "grant",
            "insert into",
            "lock table",
            "reindex",
            "revoke",
            "rollback",
            "savepoint",
            "select",
            "set",
            "show",
            "start transaction",
            "table",
            "truncate",
            "update",
            "vacuum",
            "values",
            "with");

    private static final List<String> KEYWORDS = List.of(
            "and",
            "any",
            "array",
            "as",
            "asc",
            "between",
            "by",
            "cascade",
            "case",
            "cast",
            "check",
            "coalesce",
            "concurrently",
            "constraint",
            "cross join",
            "current_date",
            "current_timestamp",
            "default",
            "desc",
            "distinct",
            "else",
            "end",
            "except",
            "exists",
            "false",
            "filter",
            "for update",
            "from",
            "full join",
            "group by",
            "having",
            "if exists",
            "ilike",
            "in",
            "index",
            "inner join",
            "intersect",
            "interval",
            "is",
            "is not null",
            "is null",
            "join",
            "lateral",
            "left join",
            "like",
            "limit",
            "materialized view",
            "not",
            "null",
            "nulls first",
            "nulls last",
            "offset",
            "on",
            "on conflict",
            "or",
            "order by",
            "over",
            "partition by",
            "primary key",
            "references",
            "returning",
            "right join",
            "role",
            "schema",
            "sequence",
            "set",
            "skip locked",
            "table",
            "then",
            "to",
            "true",
            "union all",
            "unique",
            "using",
            "values",
            "view",
            "when",
            "where",
            "window",
            "with");

    private static final Set<Kind> RELATIONS = EnumSet.of(Kind.TABLE, Kind.VIEW);
    private static final Set<Kind> EVERYTHING = EnumSet.of(Kind.TABLE, Kind.VIEW, Kind.SEQUENCE, Kind.FUNCTION);

    private final NameOffers names;

    SqlOffers(NameOffers names) {
        this.names = names;
    }

    /** @param before the statement up to the word */
    List<Offer> at(String before, String word) {
        Set<Kind> expected = expected(lastWord(before));
        if (expected.isEmpty() && endsInList(before)) {
            expected = RELATIONS;
        }
        if (!expected.isEmpty()) {
            return names.of(expected, word, NameOffers.Use.SQL);
        }
        List<Offer> offers = new ArrayList<>();
        if (!word.isEmpty()) {
            offers.addAll(keywords(before.isBlank() ? STARTS : KEYWORDS, word));
            if (!before.isBlank()) {
                offers.addAll(names.of(EVERYTHING, word, NameOffers.Use.SQL));
            }
        }
        return offers;
    }

    static List<Offer> keywords(List<String> known, String word) {
        boolean loud = !word.isEmpty() && word.equals(word.toUpperCase(Locale.ROOT));
        return known.stream()
                .filter(keyword -> keyword.startsWith(word.toLowerCase(Locale.ROOT)))
                .map(keyword -> Offer.word(loud ? keyword.toUpperCase(Locale.ROOT) : keyword))
                .toList();
    }

    private static Set<Kind> expected(String last) {
        return switch (last) {
            case "from", "join", "update", "into", "truncate", "only", "analyze", "vacuum", "copy", "references" ->
                RELATIONS;
            case "table" -> EnumSet.of(Kind.TABLE);
            case "view" -> EnumSet.of(Kind.VIEW);
            case "sequence" -> EnumSet.of(Kind.SEQUENCE);
            case "function", "procedure", "routine", "call" -> EnumSet.of(Kind.FUNCTION);
            case "schema" -> EnumSet.of(Kind.SCHEMA);
            case "role", "user", "owner", "to" -> EnumSet.of(Kind.ROLE);
            default -> Set.of();
        };
    }

    private static String lastWord(String before) {
        String text = before.stripTrailing();
        int start = text.length();
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start).toLowerCase(Locale.ROOT);
    }

    // After "from orders o, " comes one more relation.
    private static boolean endsInList(String before) {
        if (!before.stripTrailing().endsWith(",")) {
            return false;
        }
        String clause = "";
        for (String word : before.toLowerCase(Locale.ROOT).split("[^a-z_]+", -1)) {
            if (Set.of("select", "from", "where", "by", "set", "values", "having", "returning")
                    .contains(word)) {
                clause = word;
            }
        }
        return clause.equals("from");
    }
}

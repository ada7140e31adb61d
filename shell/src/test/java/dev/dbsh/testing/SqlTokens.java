package dev.dbsh.testing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The words and signs of a built-in statement, as far as the rules for such statements need them. */
public final class SqlTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "--[^\\n]*|'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\{[a-z]\\w*}|[A-Za-z_]\\w*|[0-9.]+[0-9]|::|[^\\s\\w]|\\d");
    private static final Pattern NAME = Pattern.compile("[a-z_]\\w*|\\{\\w+}|\".*\"");

    /** Words of the grammar that may stand before a parenthesis; none of them is looked up in the search path. */
    private static final Set<String> GRAMMAR = Set.of(
            ("all and any array as between by case cast coalesce cross distinct else except exists filter from greatest "
                            + "grouping having in intersect is join lateral least like limit materialized not nullif offset operator "
                            + "on or over overlaps row select similar some then union using values when where with within "
                            + "numeric decimal varchar char bit varbit time timestamp interval float ilike return returning")
                    .split(" "));

    private final List<String> tokens;

    private SqlTokens(List<String> tokens) {
        this.tokens = tokens;
    }

    public static SqlTokens of(String sql) {
        return new SqlTokens(TOKEN.matcher(sql)
                .results()
                .map(MatchResult::group)
                .filter(token -> !token.startsWith("--"))
                .map(token -> token.startsWith("\"") ? token : token.toLowerCase(Locale.ROOT))
                .toList());
    }

    public long count(String token) {
        return tokens.stream().filter(token::equals).count();
    }

    /** Names in braces, outside of literals. */
    public List<String> placeholders() {
        return tokens.stream()
                .filter(token -> token.startsWith("{"))
                .map(token -> token.substring(1, token.length() - 1))
                .distinct()
                .toList();
    }

    /** Functions, tables and views of the server that are called by a name without its schema. */
    public List<String> unqualified() {
        return IntStream.range(0, tokens.size())
                .filter(at -> isName(at) && !isQualified(at) && !isAlias(at))
                .filter(at -> isCalled(at) || isCatalogRelation(at))
                .mapToObj(tokens::get)
                .toList();
    }

    private boolean isCalled(int at) {
        return "(".equals(token(at + 1)) && !GRAMMAR.contains(token(at)) && !isColumnListOfQuery(at);
    }

    private boolean isCatalogRelation(int at) {
        return token(at).startsWith("pg_") && !".".equals(token(at + 1));
    }

    private boolean isName(int at) {
        return NAME.matcher(token(at)).matches();
    }

    private boolean isQualified(int at) {
        return ".".equals(token(at - 1));
    }

    // unnest(x) as k, unnest(x) k (a, b), unnest(x) with ordinality k (a, b)
    private boolean isAlias(int at) {
        return Set.of("as", ")", "ordinality").contains(token(at - 1));
    }

    // with args (a, b) as (...): a name of the statement's own.
    private boolean isColumnListOfQuery(int at) {
        int close = at + 1;
        while (close < tokens.size() && !")".equals(token(close))) {
            close++;
        }
        return "as".equals(token(close + 1)) && Set.of("with", "recursive", ",").contains(token(at - 1));
    }

    private String token(int at) {
        return at < 0 || at >= tokens.size() ? "" : tokens.get(at);
    }
}

package dev.dbsh.console;

import dev.dbsh.console.cursor.Kind;
import dev.dbsh.console.cursor.PartialName;
import dev.dbsh.console.cursor.SqlCursor;
import dev.dbsh.console.cursor.Vocabulary;
import dev.dbsh.console.cursor.Wanted;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What Tab offers inside SQL: what can stand at the cursor and begins as typed. */
final class SqlOffers {
    private final Names names;

    SqlOffers(Names names) {
        this.names = names;
    }

    List<Offer> at(SqlCursor cursor) {
        return new At(names, cursor).offers();
    }

    static List<Offer> keywords(List<String> known, String word) {
        boolean loud = !word.isEmpty() && word.equals(word.toUpperCase(Locale.ROOT));
        return known.stream()
                .filter(keyword -> keyword.startsWith(word.toLowerCase(Locale.ROOT)))
                .distinct()
                .map(keyword -> Offer.word(loud ? keyword.toUpperCase(Locale.ROOT) : keyword))
                .toList();
    }

    /** One Tab. */
    private static final class At {
        private final Wanted wanted;
        private final PartialName typed;
        private final boolean bracketFollows;
        private final Writing writing;
        private final NameOffers names;
        private final ColumnOffers columns;

        At(Names known, SqlCursor cursor) {
            this.wanted = cursor.wanted();
            this.typed = cursor.typed();
            this.bracketFollows = cursor.called();
            this.writing = new Writing(cursor.quoting(), false, cursor.closes());
            NameTable table = known.table(kinds());
            this.names = new NameOffers(table, typed, writing);
            this.columns = new ColumnOffers(table, known.columns(), cursor, writing);
        }

        private Set<Kind> kinds() {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            kinds.addAll(wanted.kinds());
            kinds.addAll(wanted.lesser());
            return kinds;
        }

        List<Offer> offers() {
            List<Offer> all = new ArrayList<>(columns.offers());
            if (typed.isQualified() && !all.isEmpty()) {
                return all;
            }
            all.addAll(locals());
            all.addAll(named(wanted.kinds()));
            all.addAll(words());
            all.addAll(functions(wanted.kinds()));
            if (all.stream().noneMatch(Offer::ended) && !typed.text().isEmpty()) {
                all.addAll(named(wanted.lesser()));
                all.addAll(functions(wanted.lesser()));
            }
            return all.isEmpty() ? names.guesses(kinds()) : all;
        }

        private List<Offer> locals() {
            String start = typed.name();
            return wanted.locals().stream()
                    .filter(name -> !typed.isQualified() && name.regionMatches(true, 0, start, 0, start.length()))
                    .flatMap(name -> writing.name("", name).stream())
                    .toList();
        }

        private List<Offer> named(Set<Kind> of) {
            Set<Kind> kinds = EnumSet.noneOf(Kind.class);
            kinds.addAll(of);
            if (wanted.calls()) {
                kinds.remove(Kind.FUNCTION);
            }
            return names.beginning(kinds);
        }

        // A function that is called goes on with a bracket, and nobody looks for one without knowing a letter of it.
        private List<Offer> functions(Set<Kind> of) {
            if (!wanted.calls() || !of.contains(Kind.FUNCTION) || typed.text().isEmpty()) {
                return List.of();
            }
            String bracket = bracketFollows ? "" : "(";
            return names.beginning(EnumSet.of(Kind.FUNCTION)).stream()
                    .map(offer -> offer.ended() ? new Offer(offer.text() + bracket, false) : offer)
                    .toList();
        }

        private List<Offer> words() {
            if (typed.isQualified() || typed.text().startsWith("\"")) {
                return List.of();
            }
            List<String> known = new ArrayList<>(wanted.words());
            if (wanted.keywords() && !typed.text().isEmpty()) {
                known.addAll(Vocabulary.KEYWORDS);
            }
            return keywords(known, typed.text());
        }
    }
}

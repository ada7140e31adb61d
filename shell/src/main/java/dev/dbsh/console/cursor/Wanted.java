package dev.dbsh.console.cursor;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What can stand where the cursor is.
 *
 * @param kinds names of the database
 * @param lesser names that are meant when none of the others begins as typed
 * @param locals names that only this statement knows
 * @param columns whose columns
 * @param taken columns that stand there already
 * @param manner how columns are written
 * @param words certain words, worth showing before a letter is typed
 * @param keywords true when any keyword may follow
 */
public record Wanted(
        Set<Kind> kinds,
        Set<Kind> lesser,
        List<String> locals,
        List<Source> columns,
        List<String> taken,
        Manner manner,
        List<String> words,
        boolean keywords) {

    /** How columns are written. */
    public enum Manner {
        /** With their table where the name alone would mean two of them. */
        EXPRESSION,
        /** By their name alone. */
        ALONE,
        /** As it is, because it is no name of SQL there. */
        RAW
    }

    static final Wanted NOTHING =
            new Wanted(Set.of(), Set.of(), List.of(), List.of(), List.of(), Manner.ALONE, List.of(), false);
    static final Wanted KEYWORDS = NOTHING.orKeywords();

    /** True where a function is called, not only named. */
    public boolean calls() {
        return lesser.contains(Kind.FUNCTION) || (kinds.contains(Kind.FUNCTION) && keywords);
    }

    static Wanted names(Kind... kinds) {
        return NOTHING.or(List.of(kinds));
    }

    static Wanted words(List<String> words) {
        return new Wanted(Set.of(), Set.of(), List.of(), List.of(), List.of(), Manner.ALONE, words, false);
    }

    static Wanted columns(List<Source> sources, Manner manner) {
        return new Wanted(Set.of(), Set.of(), List.of(), sources, List.of(), manner, List.of(), false);
    }

    Wanted or(Collection<Kind> more) {
        EnumSet<Kind> all = EnumSet.noneOf(Kind.class);
        all.addAll(kinds);
        all.addAll(more);
        return new Wanted(all, lesser, locals, columns, taken, manner, words, keywords);
    }

    Wanted orElse(Kind... less) {
        return new Wanted(kinds, Set.of(less), locals, columns, taken, manner, words, keywords);
    }

    Wanted orLocals(List<String> names) {
        return new Wanted(kinds, lesser, names, columns, taken, manner, words, keywords);
    }

    Wanted orWords(List<String> more) {
        return new Wanted(kinds, lesser, locals, columns, taken, manner, more, keywords);
    }

    Wanted without(List<String> names) {
        return new Wanted(kinds, lesser, locals, columns, names, manner, words, keywords);
    }

    Wanted orKeywords() {
        return new Wanted(kinds, lesser, locals, columns, taken, manner, words, true);
    }
}

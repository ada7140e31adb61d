package dev.dbsh.console;

import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Word;
import dev.dbsh.command.Words;
import dev.dbsh.render.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Tab: finds out whether a command or SQL is being typed, and shows what can stand there. */
final class DbshCompleter implements Completer {
    private final CommandTable table;
    private final Names names;
    private final SqlOffers sql;
    private final CommandOffers commands;
    private final Function<RuntimeException, String> wording;
    private @Nullable RuntimeException told;

    DbshCompleter(ReplParts parts) {
        this.table = parts.commands();
        this.names = parts.names();
        this.wording = parts.wording();
        NameOffers offers = new NameOffers(names);
        this.sql = new SqlOffers(offers);
        this.commands = new CommandOffers(table, offers, sql, parts.words());
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        String word = line.word();
        String before = line.line().substring(0, line.cursor() - word.length());
        List<Offer> offers = word.startsWith("'") ? List.of() : offers(before, word);
        String heading =
                offers.size() > AllOffered.MOST ? "the first " + AllOffered.MOST + ", type more letters" : null;
        for (int i = 0; i < Math.min(offers.size(), AllOffered.MOST); i++) {
            Offer offer = offers.get(i);
            candidates.add(new Candidate(
                    offer.text(), Visible.cell(offer.text()), heading, null, null, null, offer.ended(), i));
        }
        if (offers.isEmpty()) {
            tellFailure(reader);
        }
    }

    private List<Offer> offers(String before, String word) {
        String statement = before.substring(before.lastIndexOf(';') + 1);
        if (statement.isBlank()) {
            List<Offer> offers = new ArrayList<>(commands.at(List.of(), word));
            if (!word.isEmpty()) {
                offers.addAll(SqlOffers.keywords(SqlOffers.STARTS, word));
            }
            return offers.stream().distinct().toList();
        }
        List<Word> words = words(statement);
        if (words.isEmpty() || !table.isCommandWord(words.get(0).text())) {
            return sql.at(statement, word);
        }
        return commands.at(words, word);
    }

    private static List<Word> words(String text) {
        try {
            return Words.of(text);
        } catch (Refusal e) {
            // A quote is open further back: that is SQL over several lines, or not finished.
            return List.of();
        }
    }

    // Only where names were missed, and each failure once: Tab must not be in the way.
    private void tellFailure(LineReader reader) {
        RuntimeException failure = names.failure();
        if (failure != null && failure != told) {
            told = failure;
            reader.printAbove("no names for Tab: " + wording.apply(failure).stripTrailing());
        }
    }
}

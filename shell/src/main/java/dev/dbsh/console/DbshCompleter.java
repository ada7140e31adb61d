package dev.dbsh.console;

import dev.dbsh.command.Refusal;
import dev.dbsh.command.Word;
import dev.dbsh.command.Words;
import dev.dbsh.console.cursor.Vocabulary;
import dev.dbsh.render.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Tab: finds out whether a command or SQL is being typed, and shows what can stand there. */
final class DbshCompleter implements Completer {
    private final Names names;
    private final SqlOffers sql;
    private final CommandOffers commands;
    private final Function<RuntimeException, String> wording;
    private @Nullable RuntimeException told;

    DbshCompleter(ReplParts parts) {
        this.names = parts.names();
        this.wording = parts.wording();
        this.sql = new SqlOffers(names);
        this.commands = new CommandOffers(parts.commands(), names, parts.words());
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<Offer> offers = offers((EntryEnd.Typed) line);
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

    private List<Offer> offers(EntryEnd.Typed line) {
        List<Offer> offers = new ArrayList<>();
        String word = line.word();
        switch (line.entry().kind()) {
            case FIRST_WORD -> {
                offers.addAll(commands.at(List.of(), word));
                offers.addAll(word.isEmpty() ? List.of() : SqlOffers.keywords(Vocabulary.STARTS, word));
            }
            case COMMAND -> offers.addAll(commands.at(words(line), word));
            case SQL -> offers.addAll(sql.at(Objects.requireNonNull(line.sql())));
            case EITHER -> {
                offers.addAll(commands.at(words(line), word));
                offers.addAll(sql.at(Objects.requireNonNull(line.sql())));
            }
        }
        return offers.stream().distinct().toList();
    }

    private static List<Word> words(EntryEnd.Typed line) {
        try {
            return Words.of(line.line().substring(line.entry().start(), line.start()));
        } catch (Refusal e) {
            // A quote is open further back: nothing is known of what stands in it.
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

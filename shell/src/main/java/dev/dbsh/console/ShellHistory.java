package dev.dbsh.console;

import dev.dbsh.command.Secrets;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** The line editor's view of the history: it moves in memory, and each new entry goes to the file at once. */
final class ShellHistory extends DefaultHistory {
    private final HistoryFile file;

    ShellHistory(HistoryFile file) {
        this.file = file;
        for (HistoryFile.Entry entry : file.entries()) {
            internalAdd(entry.time(), entry.text());
        }
    }

    @Override
    public void add(Instant time, String line) {
        String text = line.strip();
        boolean repeated = !isEmpty() && text.equals(get(last()));
        if (!text.isEmpty() && !repeated && !Secrets.mayBeIn(text)) {
            internalAdd(time, text);
            file.add(new HistoryFile.Entry(time, text));
        }
    }
}

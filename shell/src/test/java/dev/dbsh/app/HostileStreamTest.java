package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Pty;
import dev.dbsh.testing.Scale;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Text that wants to steer the terminal, in values, names, notices and errors: what dbsh really sends to a terminal. */
class HostileStreamTest {
    /** In every sequence that is tried, and in none that a line editor needs. */
    private static final String MARK = "4217";

    private static final String[] SEQUENCES = {
        "\u001b[" + MARK + "m",
        "\u001b[2;" + MARK + "H",
        "\u001b[?" + MARK + "h",
        "\u001b]0;" + MARK + "\u0007",
        "\u001b]52;c;" + MARK + "\u001b\\",
        "\u001bP" + MARK + "\u001b\\",
        "\u001b_" + MARK + "\u001b\\",
        "\u009b" + MARK + "m",
        "\u009d0;" + MARK + "\u009c"
    };

    private static final int[] HIDDEN = {
        0x80, 0x8D, 0x9B, 0x9F, 0xAD, 0x061C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A,
        0x202B, 0x202C, 0x202D, 0x202E, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xFEFF, 0xE0001, 0xE0041
    };

    private static final Pattern STEERING =
            Pattern.compile("\u001b[^a-zA-Z]{0,6}" + MARK + "|\u001b[P_\\]][^\u001b]{0,6}" + MARK);
    private static final Pattern CONTROL = Pattern.compile("Q[\u0001-\u0008\u000b-\u001f\u007f]Q");

    private static final int TEXTS = 8;
    private static final int AT_ONCE = 8;

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path home;

    private final Random random = Scale.random("hostile streams");

    @Test
    void nothingForeignReachesTheTerminal() {
        int streams = Scale.trials(80, 5_000);
        fill(streams);
        String sent;
        try (Pty pty = ShellOnTerminal.open(database.login(), home)) {
            for (int from = 0; from < streams; from += AT_ONCE) {
                for (int stream = from; stream < from + AT_ONCE; stream++) {
                    pty.enter(line(stream));
                }
                pty.enter("select 'seen up to ' || " + from + ";");
                pty.waitFor("seen up to " + from + "\n");
            }
            sent = pty.sent();
        }
        assertThat(STEERING.matcher(sent).results().toList()).isEmpty();
        assertThat(CONTROL.matcher(sent).results().toList()).isEmpty();
        for (int codePoint : HIDDEN) {
            assertThat(sent.indexOf(codePoint)).as("U+%04X", codePoint).isNegative();
        }
        assertThat(sent)
                .contains("Q\\x1bQ", "\\x1b[" + MARK + "m", "\\u202e", "NOTICE: m", "error P0001: ", "\\U000e0041");
        System.out.println(streams + " hostile streams, " + sent.length() + " characters sent, none of them foreign");
    }

    private static String line(int stream) {
        return switch (stream % 4) {
            case 0 -> "select * from texts where stream = " + stream + ";";
            case 1 -> "table s_" + stream + ";";
            case 2 -> "select tell(" + stream + ");";
            default -> "describe s_" + stream;
        };
    }

    private void fill(int streams) {
        database.execute("""
                create table texts (stream int, at int, text text);
                create function tell(which int) returns void language plpgsql as $f$
                declare t text[];
                begin
                    select array_agg(text order by at) into t from texts where stream = which;
                    raise notice using message = 'm' || t[1], detail = t[2], hint = t[3];
                    raise exception using message = 'm' || t[4], detail = t[5], hint = t[6], column = t[7], table = t[8];
                end $f$;
                create function make(which int) returns void language plpgsql as $f$
                declare t text[];
                begin
                    select array_agg(text order by at) into t from texts where stream = which;
                    execute format('create table s_%s (%I text default %L, %I int)', which, 'a' || t[1], t[2], 'b' || t[3]);
                    execute format('comment on table s_%s is %L', which, t[4]);
                    execute format('create index %I on s_%s (%I)', 'i' || which || t[5], which, left('a' || t[1], 63));
                    execute format('insert into s_%s values (%L, 1)', which, t[6]);
                end $f$""");
        StringBuilder rows = new StringBuilder("insert into texts values ");
        for (int row = 0; row < streams * TEXTS; row++) {
            rows.append(row == 0 ? "(" : ", (")
                    .append(row / TEXTS)
                    .append(", ")
                    .append(row % TEXTS)
                    .append(", '");
            rows.append(text().replace("'", "''")).append("')");
        }
        database.execute(rows.toString());
        database.execute(
                "select make(stream) from generate_series(1, " + (streams - 1) + ") stream where stream % 2 = 1");
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = 1 + random.nextInt(4); length > 0; length--) {
            text.append(piece());
        }
        return text.toString();
    }

    private String piece() {
        return switch (random.nextInt(5)) {
            case 0 -> SEQUENCES[random.nextInt(SEQUENCES.length)];
            case 1 -> "Q" + (char) (1 + random.nextInt(31)) + "Q";
            case 2 -> Character.toString(HIDDEN[random.nextInt(HIDDEN.length)]);
            case 3 -> "Q\u007fQ";
            default -> "word '\"\\ ";
        };
    }
}

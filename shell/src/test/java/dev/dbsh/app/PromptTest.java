package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Pty;
import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on a terminal. */
class PromptTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path home;

    @Test
    void watchEndsWithCtrlCAndThePromptIsBack() {
        try (Pty pty = open(Map.of())) {
            pty.enter("select 'seen' as again \\watch 0.1");
            pty.waitFor("(every 0.1 s)");
            pty.waitFor("seen");
            pty.press("C-c");
            pty.enter("select 'still ' || 'here' as a;");
            pty.waitFor("still here");
            pty.enter("select pg_sleep(600) \\watch");
            database.await("select count(*) = 1 from pg_stat_activity where wait_event = 'PgSleep'");
            pty.press("C-c");
            pty.waitFor("57014");
            pty.enter("\\q");
            assertThat(pty.exitStatus()).isZero();
        }
    }

    @Test
    void editorLeavesItsTextOnTheLineAndNothingRuns() throws IOException {
        Path editor = home.resolve("editor");
        Files.writeString(editor, """
                #!/bin/sh
                ls -l "$1" | cut -c1-10 >mode
                cp "$1" given
                echo 'select 6111 * 7 as answer,' >"$1"
                echo '  1 as one;' >>"$1"
                """.replace(">mode", ">" + home + "/mode").replace("given", home + "/given"));
        editor.toFile().setExecutable(true);

        try (Pty pty = open(Map.of("VISUAL", editor.toString(), "TMPDIR", home.toString()))) {
            pty.enter("select 5 as five;");
            pty.waitFor("five");
            pty.enter("\\e");
            pty.waitFor("->   1 as one;");
            assertThat(pty.screen()).doesNotContain("42777");
            pty.press("Enter");
            pty.waitFor("42777");
            pty.enter("\\q");
            assertThat(pty.exitStatus()).isZero();
        }
        assertThat(Files.readString(home.resolve("mode"))).isEqualTo("-rw-------\n");
        assertThat(Files.readString(home.resolve("given"))).isEqualTo("select 5 as five;\n");
    }

    @Test
    void editorThatFailsIsTold() {
        try (Pty pty = open(Map.of("VISUAL", "false"))) {
            pty.enter("\\e");
            pty.waitFor("error: cannot edit: false ended with 1");
            pty.enter("\\dt");
            pty.waitFor("0 tables");
        }
    }

    private Pty open(Map<String, String> variables) {
        return ShellOnTerminal.open(database.login(), home, variables);
    }
}

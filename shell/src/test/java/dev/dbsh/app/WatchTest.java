package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Pty;
import dev.dbsh.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Reports that are shown again and again. */
class WatchTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.with("row-locks");

    @TempDir
    Path home;

    @Test
    void oneReportAfterTheOther() {
        assertThat(watch("100ms --count 2 locks").replaceAll("\\d\\d:\\d\\d(:\\d\\d)?", "<time>"))
                .isEqualTo("""
                        watch locks, every 100ms, <time>, 0 changed
                        no session waits for a lock

                        watch locks, every 100ms, <time>, 0 changed
                        no session waits for a lock

                        [exit 0]
                        """);
    }

    @Test
    void endsWhenTheConditionIsSo() {
        assertThat(watch("--until 'waiting = 0' locks"))
                .contains(", --until is so\n")
                .endsWith("[exit 0]\n");
        assertThat(watch("100ms --count 2 --until 'waiting > 0' locks")).endsWith("[exit 10]\n");
        assertThat(watch("--count=1 locks check --fail-if 'waiting = 0'")).endsWith("[exit 10]\n");
        assertThat(watch("--count 1 locks check")).endsWith("[exit 0]\n");
    }

    @Test
    void programsGetAReportEach() {
        String watched = Job.of(database.login(), home)
                .run("--format", "json", "-c", "watch 100ms --count 2 --until 'rows > 9' locks");

        assertThat(watched.lines().filter(line -> line.startsWith("{")))
                .hasSize(2)
                .allMatch(line -> line.startsWith("{\"command\":\"locks\",\"columns\":[\"changed\",\"pid\","));
    }

    @Test
    void mistakesAreTold() {
        assertThat(error("")).isEqualTo("watch needs a command");
        assertThat(error("2s")).isEqualTo("watch needs a command");
        assertThat(error("1ms locks")).isEqualTo("\"1ms\" is no interval");
        assertThat(error("0.5s locks")).isEqualTo("\"0.5s\" is no length of time");
        assertThat(error("--count 0 locks")).isEqualTo("\"0\" is no count");
        assertThat(error("--count")).isEqualTo("--count needs a value: --count N");
        assertThat(error("--counts 3 locks")).isEqualTo("watch has no option --counts");
        assertThat(error("lcoks")).isEqualTo("there is no command \"lcoks\"");
        assertThat(error("select 1"))
                .isEqualTo("watch is for commands; a statement is repeated by \\watch at the prompt");
        assertThat(error("write on")).isEqualTo("write is no report that could be watched");
        assertThat(error("terminate 1")).isEqualTo("terminate is no report that could be watched");
        assertThat(error("--until 'waitin = 0' locks"))
                .isEqualTo("there is no figure \"waitin\", at character 1 of: waitin = 0");
        assertThat(error("locks --nobody")).isEqualTo("locks has no option --nobody");
    }

    @Test
    void atATerminalItIsPaintedOverItself() {
        TestDatabase.execute(database.connect(), "begin; update lk.t set v = 'a' where id = 1");
        try (Pty pty = ShellOnTerminal.open(database.login(), home)) {
            pty.enter("watch 100ms activity --in-transaction");
            pty.waitFor("1 session");
            TestDatabase.execute(database.connect(), "begin; update lk.t set v = 'a' where id = 2");
            pty.waitUntil("marks the new one", screen -> screen.contains("2 sessions"));
            pty.waitUntil("marks it once", screen -> screen.contains("0 changed") && screen.contains("2 sessions"));
            assertThat(pty.screen()).containsOnlyOnce("every 100ms").containsOnlyOnce("2 sessions");
            assertThat(pty.scrollback()).containsOnlyOnce("every 100ms");
            pty.press("C-c");
            pty.waitUntil("prompts", screen -> screen.stripTrailing().endsWith("=>"));

            pty.enter("write on");
            pty.waitFor("raw SQL may write");
            pty.enter("terminate --in-transaction --application dbsh-test");
            pty.waitFor("type 2 >");
            pty.enter("yes");
            pty.waitFor("\nnothing was changed");
            pty.enter("terminate --in-transaction --application dbsh-test");
            pty.waitUntil("asks again", screen -> screen.stripTrailing().endsWith("type 2 >"));
            pty.enter("2");
            pty.waitFor("2 sessions ended; nobody had waited");
        }
    }

    private String error(String words) {
        String answer = watch(words);
        assertThat(answer).endsWith("[exit 64]\n");
        return answer.lines().findFirst().orElse("").replace("! error: ", "");
    }

    private String watch(String words) {
        return Job.of(database.login(), home).run("-c", "watch " + words);
    }
}

package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Pty;
import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a call has changed although something went wrong, and what it says of that. */
class WhatStaysTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    @TempDir
    private Path home;

    private Job dbsh;

    @BeforeEach
    void fill() {
        database.execute("create table t (id int primary key, v text)");
        database.execute("create sequence s");
        dbsh = Job.of(database.login(), home);
    }

    @Test
    void blockThatHadCommittedBeforeItFailed() {
        assertThat(dbsh.run("--write", "-c", "do $$ begin insert into t values (1); commit; perform 1/0; end $$"))
                .startsWith("! error 22012: division by zero\n")
                .contains(
                        "It may have run: UNKNOWN, it runs in transactions of its own, of which some may have been kept")
                .endsWith("! dbsh: exit=8 changed=unknown\n[exit 8]\n");
        assertThat(database.one("select count(*) from t")).isEqualTo("1");
    }

    @Test
    void blockThatFailedBeforeItKeptAnything() {
        assertThat(dbsh.run("--write", "-c", "do $$ begin insert into t values (1); perform 1/0; end $$"))
                .startsWith("! error 22012: division by zero\n")
                .endsWith("! dbsh: exit=1 changed=no\n[exit 1]\n");
        assertThat(dbsh.run("--write", "-c", "do $$ begin nonsense; end $$")).endsWith("exit=1 changed=no\n[exit 1]\n");
        assertThat(database.one("select count(*) from t")).isEqualTo("0");
    }

    @Test
    void indexThatIsLeftInvalid() {
        database.execute("insert into t values (1)");

        assertThat(dbsh.run("--write", "-c", "create index concurrently i on t ((1 / (id - 1)))"))
                .startsWith("! error 22012: division by zero\n")
                .contains("select indexrelid::regclass, indisvalid from pg_index;")
                .endsWith("! dbsh: exit=8 changed=unknown\n[exit 8]\n");
        assertThat(database.one("select indisvalid from pg_index where indexrelid = 'i'::regclass"))
                .isEqualTo("f");
        assertThat(dbsh.run("--write", "-c", "create index concurrently j on nosuch (id)"))
                .endsWith("! dbsh: exit=1 changed=no\n[exit 1]\n");
    }

    @Test
    void whatNoRollbackUndoes() {
        assertThat(dbsh.run("--write", "-c", "begin", "-c", "select setval('s', 100)", "-c", "select 1/0"))
                .endsWith("! dbsh: exit=2 changed=yes\n[exit 2]\n");
        assertThat(dbsh.run("--write", "-c", "notify foo", "-c", "select 1/0"))
                .endsWith("! dbsh: exit=2 changed=yes\n[exit 2]\n");
    }

    @Test
    void lockThatWouldBeGoneAtOnceIsRefusedByTheServer() {
        assertThat(dbsh.run("--write", "-c", "lock table t"))
                .startsWith("! error 25P01: LOCK TABLE can only be used in transaction blocks\n");
        assertThat(dbsh.run("--write", "-c", "begin", "-c", "lock table t", "-c", "rollback"))
                .contains("done: lock table");
    }

    @Test
    void fileIsStoppedByOneCtrlC() throws IOException {
        Path file = home.resolve("many.sql");
        Files.write(file, (Iterable<String>)
                IntStream.rangeClosed(1, 20_000).mapToObj(i -> "insert into t values (" + i + ");")::iterator);
        for (String together : new String[] {"", " --single-transaction"}) {
            try (Pty pty = ShellOnTerminal.open(database.login(), home)) {
                pty.enter("write on");
                pty.waitFor("raw SQL may write");
                pty.enter("sql --file " + file + together);
                pty.waitFor("1 row inserted");

                pty.press("C-c");

                pty.waitUntil(
                        "it has stopped",
                        screen -> Stream.of("stopped before", "57014").anyMatch(screen::contains));
                pty.enter("select 'on' || 'wards' as w;");
                pty.waitFor("onwards");
            }
            int kept = Integer.parseInt(database.one("select count(*) from t"));
            assertThat(kept).isLessThan(20_000);
            if (!together.isEmpty()) {
                assertThat(kept).isZero();
            }
            database.execute("truncate t");
        }
    }
}

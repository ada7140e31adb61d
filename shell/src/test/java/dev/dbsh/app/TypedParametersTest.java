package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code $1} in a statement that nobody gives a value for it. */
class TypedParametersTest {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.empty();

    @TempDir
    private Path home;

    private Job dbsh;

    @BeforeEach
    void callsThisDatabase() {
        dbsh = Job.of(DATABASE.login(), home);
    }

    @Test
    void placeIsShownAndWhatToType() {
        assertThat(dbsh.run("-c", "select '日本' as a,\n  $1, $2 from x;")).isEqualTo("""
                ! error: a statement that is typed has no parameters, and $1 is one: not sent
                !   line 2:   $1, $2 from x
                !             ^
                !   hint:   type the value in the place of $1, or: prepare NAME as STATEMENT; execute NAME(VALUE);
                ! dbsh: exit=1 changed=no
                [exit 1]
                """);
    }

    @Test
    void fileAndLineAreNamed() throws IOException {
        Path file = Files.writeString(home.resolve("x.sql"), "select 1;\n\nupdate t set a = 1\nwhere b = $12;");

        assertThat(dbsh.run("--write", "sql", "--file", file.toString()).replace(home + "/", ""))
                .endsWith("""
                ! error: a statement that is typed has no parameters, and $12 is one: not sent
                !   line 4: where b = $12
                !                     ^
                !   hint:   type the value in the place of $12, or: prepare NAME as STATEMENT; execute NAME(VALUE);
                !   in:     x.sql:4 (statement 2 of 2)
                ! dbsh: exit=1 changed=no
                [exit 1]
                """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare c cursor for select $1",
                "create view v as select $1",
                "copy (select $1) to stdout",
                "execute p($1)",
                "do $1",
                "explain (generic_plan) select $1"
            })
    void everyOtherStatementHasNoneEither(String statement) {
        assertThat(dbsh.run("--write", "-c", statement))
                .startsWith("! error: a statement that is typed has no parameters, and $1 is one: not sent\n")
                .endsWith("! dbsh: exit=1 changed=no\n[exit 1]\n");
    }

    @Test
    void planWithoutValuesHasAWayOfItsOwn() {
        assertThat(dbsh.run("-c", "explain (generic_plan) select $1")).contains("""
                !   hint:   prepare NAME as STATEMENT; set plan_cache_mode = force_generic_plan; explain execute NAME(VALUE);
                """);
    }

    @Test
    void whatOnlyLooksLikeOneIsSent() {
        // Where a routine can have a body that is no string.
        Assumptions.assumeThat(DATABASE.server().major()).isGreaterThan(13);
        assertThat(dbsh.run(
                        "--write",
                        "--format",
                        "csv",
                        "-c",
                        "select '$1' as \"$1\", $q$ $1 $q$ as b /* $1 */ -- $1\n;",
                        "-c",
                        "create or replace function f(integer) returns integer language sql return $1 + 1;",
                        "-c",
                        "create or replace procedure g(integer) language sql begin atomic select $1; end;",
                        "-c",
                        "prepare p as select f($1) as a; execute p(4)"))
                .isEqualTo("$1,b\r\n$1, $1 \r\na\r\n5\r\n[exit 0]\n");
    }
}

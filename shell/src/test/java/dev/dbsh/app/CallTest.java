package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Refusal;
import dev.dbsh.command.Word;
import dev.dbsh.pg.connect.ConnectRequest;
import dev.dbsh.pg.connect.PasswordMode;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallTest {
    @Test
    void valueMayBeGluedOrFollow() {
        for (List<String> arguments : List.of(
                List.of("-h", "db1", "-p", "5432", "-U", "oncall", "-d", "shop"),
                List.of("-hdb1", "-p5432", "-Uoncall", "-dshop"),
                List.of("--host=db1", "--port=5432", "--username=oncall", "--dbname=shop"),
                List.of("--host", "db1", "--port", "5432", "--username", "oncall", "shop"),
                List.of("shop", "-h", "db1", "-p5432", "--username=oncall"))) {
            assertThat(call(arguments).request())
                    .isEqualTo(new ConnectRequest("db1", "5432", "oncall", "shop", null, PasswordMode.WHEN_NEEDED));
        }
    }

    @Test
    void valueIsTakenAsItIs() {
        assertThat(call("--dbname=host=db1 options=-ca=b").value(CallOption.DATABASE))
                .isEqualTo("host=db1 options=-ca=b");
        assertThat(call("-c", "--version").commands()).containsExactly("--version");
        assertThat(call("-cselect 1", "--command=", "-c", "a; b").commands()).containsExactly("select 1", "", "a; b");
        assertThat(call("-U", "").value(CallOption.USER)).isEmpty();
    }

    @Test
    void optionsOfTheCallMayStandOnBothSidesOfTheCommand() {
        for (Call call : List.of(
                call("--format", "json", "--write", "sequences", "check", "a*"),
                call("sequences", "check", "a*", "--format", "json", "--write"),
                call("sequences", "--write", "check", "--format=json", "a*"))) {
            assertThat(texts(call)).containsExactly("sequences", "check", "a*");
            assertThat(call.value(CallOption.FORMAT)).isEqualTo("json");
            assertThat(call.has(CallOption.WRITE)).isTrue();
        }
    }

    @Test
    void whatTheCommandTakesItselfIsItsOwn() {
        assertThat(texts(call("sequences", "--table", "t", "-h", "--nope")))
                .containsExactly("sequences", "--table", "t", "-h", "--nope");
        assertThat(texts(call("sql", "select 1", "--write"))).containsExactly("sql", "select 1", "--write");
        assertThat(call("sql", "select 1", "--write").has(CallOption.WRITE)).isFalse();
        assertThat(texts(call("tables", "--", "--write"))).containsExactly("tables", "--", "--write");
        assertThat(texts(call("--", "tables", "--write"))).containsExactly("tables", "--write");
    }

    @Test
    void firstWordThatIsNoCommandIsTheConnection() {
        Call call = call("postgresql://db1/shop", "sequences", "check");

        assertThat(call.connection()).isEqualTo("postgresql://db1/shop");
        assertThat(call.request().database()).isEqualTo("postgresql://db1/shop");
        assertThat(texts(call)).containsExactly("sequences", "check");
        assertThatThrownBy(() -> call("shop", "-d", "other"))
                .hasMessage("two connections are given: -d other and shop");
        assertThat(call("-").connection()).isEqualTo("-");
    }

    @Test
    void demoTakesTheSameAsAnyCall() {
        assertThat(call("demo").demo()).isTrue();
        assertThat(call("demo").isInteractive()).isTrue();
        assertThat(texts(call("demo", "sequences", "check"))).containsExactly("sequences", "check");
        assertThat(call("--format", "json", "demo", "-c", "status").commands()).containsExactly("status");
        assertThat(call("-d", "demo").demo()).isFalse();
        assertThatThrownBy(() -> call("demo", "shop")).hasMessage("there is no command \"shop\"");
    }

    @Test
    void callWithNothingToRunIsInteractive() {
        assertThat(call().isInteractive()).isTrue();
        assertThat(call("shop", "-U", "a").isInteractive()).isTrue();
        assertThat(call("-c", "").isInteractive()).isFalse();
        assertThat(call("status").isInteractive()).isFalse();
        assertThat(call("help").isBareHelp()).isTrue();
        assertThat(call("help", "status").isBareHelp()).isFalse();
    }

    @Test
    void passwordIsAskedForAsTold() {
        assertThat(call("-W").request().passwordMode()).isEqualTo(PasswordMode.ALWAYS);
        assertThat(call("-w").request().passwordMode()).isEqualTo(PasswordMode.NEVER);
        assertThat(call("-W", "--no-password").request().passwordMode()).isEqualTo(PasswordMode.NEVER);
    }

    @Test
    void twoWordsThatAreNoCommandAreRefused() {
        assertThatThrownBy(() -> call("shop", "other"))
                .isInstanceOf(Refusal.class)
                .hasMessage("there is no command \"other\"");
        assertThatThrownBy(() -> call("sequnces", "check")).hasMessage("there is no command \"sequnces\"");
        assertThatThrownBy(() -> call("-c", "a", "status")).hasMessage("both -c and the command \"status\" are given");
    }

    private static Call call(String... arguments) {
        return call(List.of(arguments));
    }

    private static Call call(List<String> arguments) {
        return Call.of(arguments, AllCommands::table);
    }

    private static List<String> texts(Call call) {
        return call.command().stream().map(Word::text).toList();
    }
}

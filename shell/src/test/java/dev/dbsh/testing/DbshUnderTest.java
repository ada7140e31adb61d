package dev.dbsh.testing;

import dev.dbsh.app.Invocation;
import dev.dbsh.app.Main;
import dev.dbsh.demo.Login;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls the program inside this process, as a job would call it: no terminal, nothing of the caller's own home. */
public final class DbshUnderTest {
    private final TestDatabase database;
    private final Map<String, String> environment = new HashMap<>();

    /** @param home an empty directory for what the program keeps of its user */
    public DbshUnderTest(TestDatabase database, Path home) {
        this.database = database;
        Login login = database.login();
        environment.put("PGHOST", login.host());
        environment.put("PGPORT", Integer.toString(login.port()));
        environment.put("PGUSER", login.user());
        environment.put("PGPASSWORD", login.password());
        environment.put("PGDATABASE", login.database());
        environment.put("HOME", home.toString());
        environment.put("TERM", "dumb");
    }

    /** What a call left behind. */
    public record Result(int exit, String out, String err) {}

    /** @param input what the program finds on standard input */
    public Result run(List<String> arguments, String input) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        int exit = Main.run(new Invocation(arguments, environment, in, out, err));
        return new Result(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    TestDatabase database() {
        return database;
    }
}

package dev.dbsh.testing;

import dev.dbsh.demo.Login;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/** The databases of one server that fixtures were loaded into, once for this process, to be cloned by each test. */
final class Templates {
    // Servers that outlive us are shared: what we leave there for a moment must not meet what others do.
    private static final String OURS = "dbsh_" + unique() + "_";

    private final Login server;
    private final boolean shared;
    private final Map<String, String> byFixture = new HashMap<>();
    private int clones;

    /** @param shared true for a server that goes on without us, so that nothing may stay behind there */
    Templates(Login server, boolean shared) {
        this.server = server;
        this.shared = shared;
    }

    /** Makes a database of its own from the fixture; its name always has the same length. */
    synchronized Login clone(String fixture) {
        String template = byFixture.computeIfAbsent(fixture, this::load);
        String name = OURS + String.format("%04d", ++clones);
        execute(server, "create database " + name + " template " + template);
        return server.to(name);
    }

    /** Drops the database together with whoever is still connected to it. */
    void drop(Login database) {
        execute(server, "drop database if exists " + database.database() + " with (force)");
    }

    private String load(String fixture) {
        String name = OURS + "template_" + fixture.replace('-', '_');
        execute(server, "create database " + name + " template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'");
        if (shared) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> drop(server.to(name)), "template-drop"));
        }
        if (!fixture.equals(TestDatabase.EMPTY)) {
            execute(server.to(name), read(fixture));
        }
        return name;
    }

    private static String read(String fixture) {
        String file = "/fixtures/" + fixture + ".sql";
        try (InputStream in = Templates.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture src/test/resources" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Login login, String sql) {
        try (Connection connection = login.open("dbsh-test");
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "cannot prepare a database: " + sql.lines().findFirst().orElse(""), e);
        }
    }

    private static String unique() {
        return String.format("%06d", new SplittableRandom().nextInt(1_000_000));
    }
}

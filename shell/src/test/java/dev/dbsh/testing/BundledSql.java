package dev.dbsh.testing;

import dev.dbsh.pg.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement that the product brings along.
 *
 * @param resource its absolute name on the class path
 * @param header the comment at its top, as one line
 * @param body the statement
 */
public record BundledSql(String resource, String header, String body) {
    private static final Pattern ARGUMENT = Pattern.compile("\\?::(?:pg_catalog\\.)?([a-z0-9 ]+(?:\\[])?) as (\\w+)");
    private static final Pattern SERVERS = Pattern.compile("Servers: (\\d+)(?: and newer| to (\\d+)|)\\.");

    /** A value that the statement is given, by its place: declared once, in the {@code args} query. */
    public record Argument(String type, String name) {}

    /** All of them, but for the scripts of the demo, which are no statements. */
    public static List<BundledSql> all() {
        Path root = classes();
        try (Stream<Path> files = Files.walk(root.resolve("dev/dbsh"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .map(file -> read(root, file))
                    .filter(sql -> !sql.resource().startsWith("/dev/dbsh/demo/"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path classes() {
        try {
            return Path.of(Session.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BundledSql read(Path root, Path file) {
        try {
            String text = Files.readString(file);
            String header = text.lines()
                    .takeWhile(line -> line.startsWith("--"))
                    .map(line -> line.substring(2).strip())
                    .collect(Collectors.joining(" "));
            String body = text.lines().dropWhile(line -> line.startsWith("--")).collect(Collectors.joining("\n"));
            return new BundledSql("/" + root.relativize(file), header, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> placeholders() {
        return SqlTokens.of(body).placeholders();
    }

    public List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        for (MatchResult found : ARGUMENT.matcher(body).results().toList()) {
            arguments.add(new Argument(found.group(1), found.group(2)));
        }
        return arguments;
    }

    /** True for a statement that reads the rows of users' tables, and so has to give up when one is locked. */
    public boolean readsTables() {
        return placeholders().contains("table");
    }

    /** True for the one kind of statement that is run with the operator's search path, not with an empty one. */
    public boolean needsSearchPath() {
        return header.contains("the operator's own search path");
    }

    /** True for a statement that changes something, and so is no use in a transaction that may not write. */
    public boolean changes() {
        return header.contains("Changes: ");
    }

    /** True when its header promises that any role may run it. */
    public boolean needsNoPrivileges() {
        return header.contains("Privileges: none.");
    }

    /** True when its header names the servers that it is for. */
    public boolean saysServers() {
        return SERVERS.matcher(header).find();
    }

    public boolean isFor(int major) {
        Matcher servers = SERVERS.matcher(header);
        if (!servers.find()) {
            return true;
        }
        boolean oldEnough = servers.group(2) == null || major <= Integer.parseInt(servers.group(2));
        return major >= Integer.parseInt(servers.group(1)) && oldEnough;
    }

    @Override
    public String toString() {
        return resource;
    }
}

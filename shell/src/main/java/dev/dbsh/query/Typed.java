package dev.dbsh.query;

import dev.dbsh.pg.Session;
import dev.dbsh.report.Failure;
import java.util.function.Consumer;

/**
 * What typed SQL is run with.
 *
 * @param notices takes what the server wants to be known while a statement runs
 * @param record of what it changes
 */
public record Typed(Session session, Consumer<Failure> notices, SqlRecord record) {}

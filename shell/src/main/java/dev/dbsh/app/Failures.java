package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.demo.DemoFailure;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.connect.ConfigurationFailure;
import dev.dbsh.pg.connect.ConnectFailure;
import dev.dbsh.pg.connect.InvalidConnection;
import dev.dbsh.pg.connect.Tried;
import dev.dbsh.pg.connect.Trouble;
import dev.dbsh.report.Failure;

/** The one place where what went wrong becomes words and an exit code. */
record Failures(Failure failure, ExitCode code) {

    static Failures of(RuntimeException e) {
        if (e instanceof Refusal refusal) {
            return new Failures(refusal.failure(), ExitCode.of(refusal));
        }
        if (e instanceof SqlFailure sql) {
            return new Failures(withAdvice(sql), ExitCode.of(sql));
        }
        if (e instanceof ConnectFailure connect) {
            return new Failures(failure(connect), ExitCode.NOT_CONNECTED);
        }
        if (e instanceof ConfigurationFailure configuration) {
            return new Failures(
                    Failure.of(String.valueOf(configuration.getMessage())).withHint(configuration.hint()),
                    ExitCode.CONFIGURATION);
        }
        if (e instanceof InvalidConnection invalid) {
            return new Failures(
                    Failure.of(String.valueOf(invalid.getMessage())).withHint(invalid.hint()), ExitCode.USAGE);
        }
        if (e instanceof DemoFailure) {
            return new Failures(Failure.of(String.valueOf(e.getMessage())), ExitCode.FAILED);
        }
        throw e;
    }

    Failures withHint(String hint) {
        return new Failures(failure.withHint(hint), code);
    }

    // Each server that was tried has its own reason, and the last one alone may be the least telling.
    private static Failure failure(ConnectFailure e) {
        Trouble trouble = e.trouble();
        StringBuilder where = new StringBuilder();
        for (Tried tried : e.tried()) {
            where.append(where.isEmpty() ? "" : "; ").append(tried.where());
            if (e.tried().size() > 1) {
                where.append(": ").append(tried.trouble().message());
            }
        }
        return new Failure(
                trouble.sqlState(),
                trouble.message(),
                trouble.detail(),
                trouble.hint(),
                null,
                "connecting to " + where);
    }

    private static Failure withAdvice(SqlFailure e) {
        Failure failure = e.failure();
        if (failure.hint() != null) {
            return failure;
        }
        if (e.isConnectionLost()) {
            return failure.withHint("the connection is gone, nothing is repeated by itself: connect");
        }
        return switch (e.sqlState()) {
            case "23505" -> failure.withHint("sequences check");
            case "25006" ->
                failure.withHint(
                        "this session is read-only: dbsh --write lifts that, but not behind a pooler or on a standby");
            case "25P02" -> failure.withHint("rollback;");
            default -> failure;
        };
    }
}

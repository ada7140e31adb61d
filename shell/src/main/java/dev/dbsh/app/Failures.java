package dev.dbsh.app;

import dev.dbsh.advice.Advice;
import dev.dbsh.advice.Suggestion;
import dev.dbsh.command.Refusal;
import dev.dbsh.demo.DemoFailure;
import dev.dbsh.pg.SqlFailure;
import dev.dbsh.pg.connect.ConfigurationFailure;
import dev.dbsh.pg.connect.ConnectFailure;
import dev.dbsh.pg.connect.InvalidConnection;
import dev.dbsh.pg.connect.Tried;
import dev.dbsh.pg.connect.Trouble;
import dev.dbsh.report.Failure;
import java.util.List;

/**
 * The one place where what went wrong becomes words and an exit code.
 *
 * @param commands what to type next
 */
record Failures(Failure failure, ExitCode code, List<String> commands) {

    Failures(Failure failure, ExitCode code) {
        this(failure, code, List.of());
    }

    /** The same told in other words. */
    Failures with(Failure other) {
        return new Failures(other, code, commands);
    }

    static Failures of(RuntimeException e) {
        if (e instanceof Refusal refusal) {
            return new Failures(refusal.failure(), ExitCode.of(refusal));
        }
        if (e instanceof SqlFailure sql) {
            return of(sql, Advice.on(sql));
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

    /** The server's own words with what is to be done next. */
    static Failures of(SqlFailure e, Suggestion next) {
        Failure told = e.failure();
        for (String words : next.words()) {
            told = told.withMore(words);
        }
        return new Failures(told, ExitCode.of(e), next.commands());
    }

    Failures withHint(String hint) {
        return new Failures(failure.withHint(hint), code, commands);
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
}

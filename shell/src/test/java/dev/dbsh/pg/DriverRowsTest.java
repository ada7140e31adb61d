package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.pg.connect.Opened;
import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.pg.wire.ServerStream;
import dev.dbsh.report.Failure;
import dev.dbsh.testing.TestDatabase;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A connection whose messages cannot be read on their way, as it is when Kerberos encrypts them. */
class DriverRowsTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    private final Session session = new Session();
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void connect() {
        session.connect(() -> {
            Opened opened = database.open();
            return new Opened(
                    opened.connection(),
                    new ServerStream(InputStream.nullInputStream(), OutputStream.nullOutputStream()),
                    opened.line(),
                    opened.target(),
                    opened.host(),
                    opened.tls(),
                    opened.optionsRefused(),
                    opened.unknownSettings(),
                    opened.tried());
        });
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void rowsAndNoticesComeThroughTheDriver() {
        database.execute("create function tell() returns text language plpgsql as $$ begin raise notice 'look';"
                + " return null; end $$");

        assertThat(run("select tell() as a, 1.50 as b union all select 'x', g from generate_series(1, 120) g"))
                .isEqualTo(121);

        assertThat(said)
                .hasSize(123)
                .startsWith("a:25 b:1700", "null 1.50", "x 1")
                .endsWith("notice look");
        assertThat(run("select 7 as n")).isEqualTo(1);
    }

    @Test
    void errorAndCopyLeaveTheSessionUsable() {
        assertThatThrownBy(() -> run("select 1 / 0")).hasMessage("division by zero");
        assertThatThrownBy(() -> run("copy (select 1) to stdout")).hasMessageContaining("CopyManager");
        assertThat(run("select 7 as n")).isEqualTo(1);
    }

    private long run(String statement) {
        return session.run(statement, StatementKind.QUERY, new Results() {
            private int width;

            @Override
            public void columns(List<ResultColumn> columns) {
                width = columns.size();
                said.add(columns.get(0).name() + ":" + columns.get(0).type()
                        + (width > 1
                                ? " " + columns.get(1).name() + ":"
                                        + columns.get(1).type()
                                : ""));
            }

            @Override
            public void row(ResultRow row) {
                StringBuilder values = new StringBuilder();
                for (int i = 0; i < width; i++) {
                    values.append(i == 0 ? "" : " ").append(row.value(i));
                }
                said.add(values.toString());
            }

            @Override
            public void notice(Failure notice) {
                said.add("notice " + notice.message());
            }
        });
    }
}

package dev.dbsh.sequence;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SequencesTest {
    private static final String SHAPES = """
            "My Schema"."User_Id_seq" | "My Schema"."User"."Id" | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            oth.s | sq.g.id | default | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.a_id_seq | sq.a.id | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.b_id_seq | sq.b.id | identity | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.c_id_seq | sq.c.id | identity | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.dom_seq | sq.dom.id | default | 1 | 4 | behind | 4 | 5 | 0.0 |
            sq.e_old_id_seq | sq.e.id | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.even_id_seq | sq.even.id | identity | 1 | 10 | ok | - | - | 0.0 | stored values ahead of it lie between its steps
            sq.f_x_seq | sq.f.id | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.i_id_seq | sq.i.id | owned | 1 | - | possible | - | - | 0.0 | sq.i.id owns it but its default does not use it
            sq.i_new | sq.i.id | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.inv | sq.aa.id | expression | 1 | - | possible | - | - | 0.0 | sq.aa.id makes something else of it: not compared
            sq."it's?" | sq.quoted.id | default | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.j_id_seq | sq.j.id | identity | -1 | -5 | behind | 1 | -6 | 0.0 |
            sq.k_id_seq | sq.k.id | identity | 1 | 10 | behind | 1 | 11 | 0.0 |
            sq.l_id_seq | sq.l.id | identity | 1 | 5 | cycle | 3 | - | 0.0 | begins again at 1 after 10
            sq.lb |  |  | 1 | - | ok | - | - | 0.0 | no column uses it
            sq.m_id_seq | sq.m.id | owned | 1 | 1 | behind | 1 | 2 | 0.0 |
            sq.n2_id_seq | sq.n2.id | owned | 1 | - | ok | - | - | 0.0 |
            sq.n_id_seq | sq.n.id | owned | 501 | - | ok | - | - | 0.0 |
            sq.nan_seq | sq.nan.id | owned | 1 | 12 | behind | 12 | 13 | 0.0 | rows outside its range are left out
            sq.nearly_id_seq | sq.nearly.id | owned | 30001 | 30000 | near_end | - | - | 91.5 |
            sq.num_seq | sq.num.id | owned | 1 | 7.5 | behind | - | 8 | 0.0 |
            sq.o_id_seq | sq.o.id | owned | 1001 | 10 | ahead | - | - | 0.0 |
            sq.p_id_seq | sq.p.id | owned | 1 | 2147483647 | behind | 1 | 43 | 0.0 | a row at the end of its range: 2147483647
            sq.q_id_seq | sq.q.id | identity | 1 | - | ok | - | - | 0.0 | rows outside its range are left out
            sq.r_id_seq | sq.r.id | owned | 1 | 32767 | ok | 32767 | - | 0.0 | a row at the end of its range: 32767
            sq.s_seq | sq.s.id | owned | 2147483648 | 2147483647 | exhausted | 1 | - | 100.0 | the column ends at 2147483647
            sq.seen | sq.va.id | possible | 1 | - | possible | - | - | 0.0 | sq.va.id may use it
            sq.sh | sq.h1.id, sq.h2.id | owned, default | 1 | 50 | behind | 1 | 51 | 0.0 |
            sq.shifted | sq.ab.id | expression | 1 | - | possible | - | - | 0.0 | sq.ab.id makes something else of it: not compared
            sq.something_else | sq.d.id | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.t_id_seq | sq.t.id | owned | 1 | 5 | behind | - | 6 | 0.0 | sq.t.id is unique only together with other columns
            sq.u_id_seq | sq.u.id | owned | 1 | 5 | behind | - | 6 | 0.0 | sq.u.id has no unique index: duplicates go unnoticed
            sq.ul_id_seq | sq.ul.id | owned | 1 | 1 | behind | 1 | 2 | 0.0 |
            sq.used_up_id_seq | sq.used_up.id | owned | - | 32767 | exhausted | 1 | - | 100.0 |
            sq.w_id_seq | sq.w.id | identity | 1 | 9 | behind | - | 10 | 0.0 | sq.w.id is unique only together with other columns
            sq."we.ird""tbl_co l_seq" | sq."we.ird""tbl"."co l" | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.whole | sq.whole_t.id | default | -9223372036854775808 | 9223372036854775807 | behind | - | 6 | 0.0 | a row at the end of its range: 9223372036854775807
            sq.ws_id_seq | sq.ws.id | owned | 1 | 9 | behind | 1 | 10 | 0.0 |
            sq.x_id_seq | sq.x.id | owned | 1 | 20 | behind | - | 21 | 0.0 | sq.x has child tables: duplicates in them go unnoticed
            sq."{column}_x"" from pg_class --_seq" | sq."{column}"."x"" from pg_class --" | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            """;

    @ParameterizedTest
    @MethodSource("dev.dbsh.testing.TestServer#majors")
    void everyShapeIsReadAsItIs(int major) throws SQLException {
        try (TestDatabase database = TestDatabase.open(major, "sequence-shapes")) {
            List<SequenceState> states = new Sequences(database.session()).states(Filter.NONE);

            assertThat(states.stream().map(SequencesTest::line).collect(joining("\n", "", "\n")))
                    .isEqualTo(SHAPES);
        }
    }

    private static String line(SequenceState state) {
        List<FedColumn> columns = state.sequence().columns();
        String line = Stream.of(
                        state.sequence().name(),
                        columns.stream().map(FedColumn::toString).collect(joining(", ")),
                        columns.stream().map(column -> column.how().word()).collect(joining(", ")),
                        state.next(),
                        state.stored().shown(),
                        state.status().word(),
                        state.failsOnInsert(),
                        state.target(),
                        state.usedPercent(),
                        Note.of(state))
                .map(value -> value == null ? "-" : value.toString())
                .collect(joining(" | "));
        return line.stripTrailing();
    }
}

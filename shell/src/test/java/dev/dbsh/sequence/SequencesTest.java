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
            sq."By Argument" |  |  | 1 | - | possible | - | - | 0.0 | possible consumer: sq.za (function sq.from_argument)
            sq.a_id_seq | sq.a.id | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.b_id_seq | sq.b.id | identity | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.bounded | sq.bound.id | default | 45 | 44 | near_end | - | - | 89.7 |
            sq.bounded_out | sq.bound_out.id | default | 101 | 100 | exhausted | 1 | - | 100.0 | the column ends at 100
            sq.c_copy_id_seq | sq.c_copy.id | identity | 1 | 3 | behind | 1 | 4 | 0.0 |
            sq.c_id_seq | sq.c.id | identity | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.cached | sq.cached_t.id | default | 1 | 60 | behind | 1 | 61 | 0.0 | sessions take 50 values at a time and may hold older ones
            sq.dom_seq | sq.dom.id | default | 1 | 4 | behind | 4 | 5 | 0.0 |
            sq.down_id_seq | sq.down.id | identity | -96 | -95 | near_end | - | - | 95.0 |
            sq.dropped_id_seq | sq.dropped.id | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.e_old_id_seq | sq.e.id | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.even_id_seq | sq.even.id | identity | 1 | 10 | ok | - | - | 0.0 | stored values ahead of it lie between its steps
            sq.executed |  |  | 1 | - | possible | - | - | 0.0 | possible consumer: function sq.by_name
            sq.f_x_seq | sq.f.id | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.far_down_id_seq | sq.far_down.id | identity | -1 | -32768 | behind | 1 | -3 | 0.0 | far beyond all others and left out: rows from -32768 on; 32765 values are free before them
            sq.far_up_id_seq | sq.far_up.id | owned | 1 | 32767 | behind | 1 | 43 | 0.0 | far beyond all others and left out: rows from 32000 on; 31957 values are free before them
            sq.i_id_seq | sq.i.id | owned | 1 | - | possible | - | - | 0.0 | sq.i.id owns it but its default does not use it
            sq.i_new | sq.i.id | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.in_rule |  |  | 1 | - | possible | - | - | 0.0 | possible consumer: rule also on table sq.aa
            sq.inv | sq.aa.id | expression | 1 | - | possible | - | - | 0.0 | sq.aa.id makes something else of it: not compared
            sq."it's?" | sq.quoted.id | default | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.j_id_seq | sq.j.id | identity | -1 | -5 | behind | 1 | -6 | 0.0 |
            sq.k_id_seq | sq.k.id | identity | 1 | 10 | behind | 1 | 11 | 0.0 |
            sq.l_id_seq | sq.l.id | identity | 1 | 5 | cycle | 3 | - | 0.0 | begins again at 1 after 10
            sq.lb | sq.y.id | possible | 1 | - | possible | - | - | 0.0 | sq.y.id may use it
            sq.lone |  |  | 1 | - | ok | - | - | 0.0 | no column uses it
            sq.m_id_seq | sq.m.id | owned | 1 | 1 | behind | 1 | 2 | 0.0 |
            sq.n2_id_seq | sq.n2.id | owned | 1 | - | ok | - | - | 0.0 |
            sq.n_id_seq | sq.n.id | owned | 501 | - | ok | - | - | 0.0 |
            sq.nan_seq | sq.nan.id | owned | 1 | 12 | behind | 12 | 13 | 0.0 | rows outside its range are left out
            sq.narrow | sq.narrow_t.id | default | 1000000000 | - | ok | - | - | 0.0 |
            sq.nearly_id_seq | sq.nearly.id | owned | 30001 | 30000 | near_end | - | - | 91.5 |
            sq.num_seq | sq.num.id | owned | 1 | 7.5 | behind | - | 8 | 0.0 |
            sq.o_id_seq | sq.o.id | owned | 1001 | 10 | ahead | - | - | 0.0 | ahead by 990
            sq.p_id_seq | sq.p.id | owned | 1 | 2147483647 | behind | 1 | 43 | 0.0 | far beyond all others and left out: rows from 2147483647 on; 2147483604 values are free before them
            sq.pooled_id_seq | sq.pooled.id | identity | 1 | 120 | behind | 1 | 151 | 0.0 |
            sq.q_id_seq | sq.q.id | identity | 1 | - | ok | - | - | 0.0 | rows outside its range are left out
            sq.r_id_seq | sq.r.id | owned | 1 | 32767 | ok | 32767 | - | 0.0 | far beyond all others and left out: rows from 32767 on; 32766 values are free before them
            sq.s_seq | sq.s.id | owned | 2147483648 | 2147483647 | exhausted | 1 | - | 100.0 | the column ends at 2147483647
            sq.seen | sq.va.id | possible | 1 | - | possible | - | - | 0.0 | sq.va.id may use it
            sq.sh | sq.h1.id, sq.h2.id | owned, default | 1 | 50 | behind | 1 | 51 | 0.0 |
            sq.shifted | sq.ab.id | expression | 1 | - | possible | - | - | 0.0 | sq.ab.id makes something else of it: not compared
            sq.something_else | sq.d.id | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.t_id_seq | sq.t.id | owned | 1 | 5 | behind | - | 6 | 0.0 | sq.t.id is unique only together with other columns
            sq.tr |  |  | 1 | - | possible | - | - | 0.0 | possible consumer: sq.z (function sq.zf)
            sq.u_id_seq | sq.u.id | owned | 1 | 5 | behind | - | 6 | 0.0 | sq.u.id has no unique index: duplicates go unnoticed
            sq.ul_id_seq | sq.ul.id | owned | 1 | 1 | behind | 1 | 2 | 0.0 |
            sq.used_up_id_seq | sq.used_up.id | owned | - | 32767 | exhausted | 1 | - | 100.0 |
            sq.w_id_seq | sq.w.id | identity | 1 | 9 | behind | - | 10 | 0.0 | sq.w.id is unique only together with other columns
            sq."we.ird""tbl_co l_seq" | sq."we.ird""tbl"."co l" | owned | 1 | 5 | behind | 1 | 6 | 0.0 |
            sq.whole | sq.whole_t.id | default | -9223372036854775808 | 9223372036854775807 | behind | - | 6 | 0.0 | far beyond all others and left out: rows from 9223372036854775807 on; 9223372036854775801 values are free before them
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

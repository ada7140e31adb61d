package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Scale;
import dev.dbsh.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ManySequencesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    // What grows with the square of their number runs into the time that a statement about the catalog has.
    @Test
    void thousandsAreReadWithTheLocksAndTheTimeThatThereAre() {
        int tables = Scale.trials(2_000, 10_000);
        database.execute("do $$ begin for i in 1.." + tables + " loop"
                + " execute format('create table t%s (id serial primary key)', i);"
                + " execute format('insert into t%s values (1)', i);"
                + " if i % 500 = 0 then commit; end if; end loop; end $$");

        List<SequenceState> states = new Sequences(database.session()).states(Filter.NONE);

        assertThat(states).hasSize(tables).allMatch(SequenceState::isBehind);
    }
}

package dev.dbsh.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.report.Report;
import dev.dbsh.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Queues as long as a bad night makes them, as the server describes them. */
class ManyWaitersTest {
    private static final int WAITERS = 500;
    private static final int HOLDER = 10_000;

    @RegisterExtension
    final TestDatabase database = TestDatabase.with("row-locks");

    @Test
    void fortyRealOnesMakeFortyLines() {
        try (Crowd crowd = new Crowd(database)) {
            crowd.does("a", "begin; update lk.t set v = 'a' where id = 1");
            for (int i = 1; i <= 40; i++) {
                crowd.waits("w" + i, "update lk.t set v = 'b' where id = 1");
            }

            Report<?> report = Crowd.locks(database.session(), "");

            List<Entry> lines = report.rows().stream().map(Entry.class::cast).toList();
            assertThat(lines).hasSize(41);
            assertThat(lines.stream().mapToInt(line -> line.blockedBy().size()).sum())
                    .isEqualTo(40);
            assertThat(lines.stream()
                            .map(line -> line.party().waitsFor())
                            .filter(Objects::nonNull)
                            .mapToInt(wait -> wait.blockers().size())
                            .sum())
                    .isEqualTo(781);
            assertThat(lines.get(0).frees()).isEqualTo(40);
            assertThat(report.ending().verdict()).isEqualTo("40 sessions wait for locks, 1 root");
        }
    }

    @Test
    void queueForOneRowIsDrawnWithALineForEach() {
        Forest forest = new Forest(Blocking.of(queue(WAITERS)));

        List<List<Entry>> trees = Drawing.trees(forest);

        assertThat(trees).hasSize(1);
        List<Entry> lines = trees.get(0);
        assertThat(lines).hasSize(WAITERS + 1);
        assertThat(lines.stream().mapToInt(line -> line.blockedBy().size()).sum())
                .isEqualTo(WAITERS);
        assertThat(lines.get(0).frees()).isEqualTo(WAITERS);
        assertThat(lines.get(0).freed()).isEqualTo(WAITERS);
        assertThat(lines.get(0).action()).isEqualTo(Action.TERMINATE);
        assertThat(lines.get(WAITERS).branches()).isEqualTo("                        └─ 500: ");
        assertThat(lines.stream().mapToInt(line -> line.branches().length()).max())
                .hasValue(32);
    }

    @Test
    void readersBehindAWriterAreSiblings() {
        List<Party.Member> members = new ArrayList<>(List.of(holder(), waiting(1, List.of(HOLDER))));
        IntStream.rangeClosed(2, WAITERS).forEach(pid -> members.add(waiting(pid, List.of(1))));

        List<Entry> lines = Drawing.trees(new Forest(Blocking.of(members))).get(0);

        assertThat(lines).hasSize(WAITERS + 1);
        assertThat(lines.get(1).frees()).isEqualTo(WAITERS - 1);
        assertThat(lines).filteredOn(line -> line.depth() == 2).hasSize(WAITERS - 1);
    }

    private static List<Party.Member> queue(int waiters) {
        List<Party.Member> members = new ArrayList<>(List.of(holder()));
        for (int pid = 1; pid <= waiters; pid++) {
            // as the server has it: the first one waits for the holder, the others for all that came before
            members.add(waiting(
                    pid,
                    pid == 1 ? List.of(HOLDER) : IntStream.range(1, pid).boxed().toList()));
        }
        return members;
    }

    private static Party.Member holder() {
        return member(HOLDER, "idle in transaction", null);
    }

    private static Party.Member waiting(int pid, List<Integer> blockers) {
        String type = blockers.contains(HOLDER) ? "transactionid" : "tuple";
        return member(
                pid,
                "active",
                new Wait(type, "ExclusiveLock", "tag", "lk.t row (0,1)", null, null, null, blockers, false));
    }

    private static Party.Member member(int pid, String state, @Nullable Wait wait) {
        Backend backend = new Backend(state, "client backend", "app", "pool", null, "shop", null, "update", false);
        return new Party.Member(
                new Party(pid, null, false, true, 0, wait, backend, null, List.of(), List.of()), (long) pid);
    }
}

package dev.dbsh.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Progress;
import dev.dbsh.command.Words;
import dev.dbsh.pg.Patience;
import dev.dbsh.pg.Session;
import dev.dbsh.report.Outcome;
import dev.dbsh.report.Report;
import dev.dbsh.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SequenceForecastTest {
    @TempDir
    Path directory;

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("sequences.jsonl");
    }

    @Test
    void rateOfADayGivesTheDateOfTheEnd() throws IOException {
        database.execute("create table small (id smallserial); create table big (id bigserial)");
        database.execute("create sequence wide; create table narrow (id smallint default nextval('wide'))");
        database.execute("create sequence down increment -1 maxvalue 1000 minvalue 1 start 1000");
        sampleOfADayAgo();
        take("small_id_seq", 1_000);
        take("big_id_seq", 500);
        take("wide", 200);
        take("down", 600);

        Report<Forecast> report = since();

        assertThat(lines(report))
                .containsExactly(
                        "public.down 600 600.00 400 0d ",
                        "public.small_id_seq 1000 1000.00 31767 31d ",
                        "public.wide 200 200.00 32567 162d the column ends at 32767, before the sequence does",
                        "public.big_id_seq 500 500.00 9223372036854775307 null lasts more than a thousand years");
        assertThat(report.outcome()).isEqualTo(Outcome.FINDINGS);
        assertThat(report.ending().verdict())
                .isEqualTo("3 of 4 sequences end within a year at the rate of 24h, the first public.down at "
                        + report.rows().get(0).end());
        assertThat(Duration.between(
                                Instant.now().plus(Duration.ofMinutes(31_767 * 1_440 / 1_000)),
                                report.rows().get(1).end())
                        .abs())
                .isLessThan(Duration.ofHours(1));
    }

    @Test
    void whatCannotBeToldIsSaid() throws IOException {
        database.execute("create sequence still; create sequence few; create sequence back; create sequence anew");
        database.execute("create sequence other; create sequence round maxvalue 10 cycle; create sequence wheel cycle");
        database.execute("create sequence cached cache 50; create sequence gone");
        database.execute("select setval('back', 500), setval('round', 8)");
        sampleOfADayAgo();
        take("few", 3);
        database.execute("select setval('back', 20)");
        database.execute("drop sequence anew; create sequence anew; drop sequence gone; create sequence added");
        database.execute("alter sequence other increment 5");
        take("round", 4);
        take("wheel", 1_000);
        take("cached", 1);

        assertThat(since().rows().stream()
                        .map(row -> row.state().sequence().name().name() + " " + row.taken() + ": " + row.note())
                        .sorted())
                .containsExactly(
                        "added null: not in the earlier sample",
                        "anew null: made anew since",
                        "back null: was put back since",
                        "cached 50: lasts more than a thousand years; a guess, from 50 values;"
                                + " sessions take 50 values at a time: the rate may be wrong by as many",
                        "few 3: lasts more than a thousand years; a guess, from 3 values",
                        "other null: made differently since",
                        "round null: began again since",
                        "still 0: did not move",
                        "wheel 1000: begins again at 1 and never ends");
    }

    @Test
    void unreadAndUsedUpOnesAreNotCountedAsFine() throws IOException {
        database.execute("create table used_up (id smallserial); select setval('used_up_id_seq', 32767)");
        database.execute("create sequence hidden");
        String role = database.role("").user();
        database.execute(
                "grant usage on schema public to " + role + "; grant select on used_up_id_seq, used_up to " + role);
        SequenceForecast command =
                new SequenceForecast(database.session(database.login().as(role)), Progress.UNSEEN);

        Report<Forecast> report = command.run(Arguments.of(command.signature(), Words.of("--over 1ms --save " + file)));

        assertThat(report.rows().stream()
                        .map(row -> row.state().sequence().name() + " " + row.until() + ": " + row.note()))
                .containsExactly(
                        "public.used_up_id_seq PT0S: nothing is left",
                        "public.hidden null: no privilege: grant select on sequence public.hidden to " + role);
        assertThat(report.ending().verdict()).contains("nothing can be said of 1");
        assertThat(SampleFile.read(file).points()).hasSize(1);
    }

    @Test
    void twoSamplesOfNowAreEnoughAndCanBeStopped() {
        database.execute("create sequence s");
        assertThat(forecast("--over 100ms").rows().get(0).taken()).isZero();

        Session session = database.session();
        CompletableFuture<?> running = CompletableFuture.runAsync(() -> forecast(session, "--over 1h"));
        database.await("select exists (select from pg_stat_activity where datname = current_database()"
                + " and wait_event = 'PgSleep')");
        session.stop(Patience.OF_A_PERSON, line -> {});

        assertThatThrownBy(running::join).hasMessageContaining("canceling statement due to user request");
    }

    @Test
    void fileThatIsNoSampleOrOfSomewhereElseIsRefused() throws IOException {
        database.execute("create sequence s");
        assertThatThrownBy(this::since).hasMessage("there is no file " + file);
        Files.writeString(file, "{}\n");
        assertThatThrownBy(this::since).hasMessage(file + " is no sample of sequences");
        forecast("--over 1ms --save " + file);
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.indexOf('\n') + 1));
        assertThatThrownBy(this::since).hasMessage(file + " is cut off: it has 0 of 1 sequences");
        Files.writeString(file, whole.replace("\"database\":\"", "\"database\":\"not_"));
        assertThatThrownBy(this::since)
                .hasMessage(file + " is a sample of database not_"
                        + database.login().database());
        Files.writeString(file, whole.replaceFirst("\"at\":\"\\d+", "\"at\":\"2999"));
        assertThatThrownBy(this::since).hasMessageContaining("and the server's clock says");
    }

    private void sampleOfADayAgo() throws IOException {
        forecast("--over 1ms --save " + file);
        Sample now = SampleFile.read(file);
        SampleFile.write(
                file, new Sample(now.at().minus(Duration.ofDays(1)), now.system(), now.database(), now.points()));
    }

    private void take(String sequence, int values) {
        database.execute("select count(nextval('" + sequence + "')) from generate_series(1, " + values + ")");
    }

    private Report<Forecast> since() {
        return forecast("--since " + file);
    }

    private Report<Forecast> forecast(String typed) {
        return forecast(database.session(), typed);
    }

    private static Report<Forecast> forecast(Session session, String typed) {
        SequenceForecast command = new SequenceForecast(session, Progress.UNSEEN);
        return command.run(Arguments.of(command.signature(), Words.of(typed)));
    }

    private static List<String> lines(Report<Forecast> report) {
        return report.rows().stream()
                .map(row -> row.state().sequence().name() + " " + row.taken() + " " + row.perDay() + " " + row.left()
                        + " " + (row.until() == null ? null : row.until().toDays() + "d") + " " + row.note())
                .toList();
    }
}

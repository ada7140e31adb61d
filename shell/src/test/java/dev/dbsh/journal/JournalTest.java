package dev.dbsh.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbsh.command.Refusal;
import dev.dbsh.testing.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Intent.Place PLACE = new Intent.Place("7300000000000000001", "shop", "app");

    private static final Map<String, String> FOUND = Map.of("last_value", "12");

    @TempDir
    private Path directory;

    private Path file;
    private Journal journal;

    @BeforeEach
    void create() {
        file = directory.resolve("dbsh").resolve("journal.jsonl");
        journal = new Journal(file);
    }

    @Test
    void changeIsThereFromItsBeginningOn() throws IOException {
        String operation = Journal.operation();
        journal.begin(operation, change("public.\"Order\u202e\"", 7));

        assertThat(operation).matches("[0-9a-f]{8}");
        assertThat(new Journal(file).of(operation)).singleElement().satisfies(entry -> {
            assertThat(entry.intent()).isEqualTo(change("public.\"Order\u202e\"", 7));
            assertThat(entry.outcome()).isEmpty();
        });
        journal.end(operation, "public.\"Order\u202e\"", Entry.DONE, FOUND);
        assertThat(journal.of(operation))
                .singleElement()
                .satisfies(entry -> assertThat(entry.isDone() && entry.found().equals(FOUND))
                        .isTrue());
        assertThat(journal.of("00000000")).isEmpty();
        assertThat(journal.verify()).isEmpty();
    }

    @Test
    void fileIsOfItsOwnerAlone() throws IOException {
        journal.begin("op", change("a", 1));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void changeThatCannotBeRecordedDoesNotBegin() throws IOException {
        Files.writeString(directory.resolve("dbsh"), "in the way");

        assertThatThrownBy(() -> journal.begin("op", change("a", 1))).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_RECORDED);
            assertThat(refusal)
                    .hasMessageStartingWith("the journal cannot be written, so the change was not started: ");
        });
    }

    @Test
    void symbolicLinkIsNotFollowed() throws IOException {
        journal.begin("op", change("a", 1));
        Files.delete(file);
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "mine\n");
        Files.createSymbolicLink(file, elsewhere);

        assertThatThrownBy(() -> journal.begin("op", change("a", 1))).hasMessageEndingWith(" is a symbolic link");
        assertThat(elsewhere).hasContent("mine\n");
    }

    @Test
    void endIsToldOnAFullDisk() throws IOException, InterruptedException {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can make a small disk");
        Path disk = Files.createDirectory(directory.resolve("disk"));
        run("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk.toString());
        try {
            Journal full = new Journal(disk.resolve("dbsh").resolve("journal.jsonl"));
            String operation = Journal.operation();
            full.begin(operation, change("a", 1));
            fill(disk.resolve("rest"));

            // More of them than the last block of the file has room for.
            for (int i = 0; i < 40; i++) {
                full.end(operation, "a", Entry.DONE, FOUND);
            }

            assertThat(full.of(operation))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.isDone()).isTrue());
            fill(disk.resolve("rest"));
            assertThatThrownBy(() -> full.begin("op", change("b".repeat(9_000), 1)))
                    .isInstanceOf(Refusal.class);
            assertThat(full.verify()).isEmpty();
            assertThat(full.entries()).hasSize(1);
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void severalWritersDoNotMix() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            Journal own = new Journal(file);
            running.add(writers.submit(() -> {
                for (int i = 0; i < 25; i++) {
                    Thread.currentThread().interrupt();
                    change(own, "a" + i, Entry.FAILED);
                }
                return null;
            }));
        }
        for (Future<?> writer : running) {
            writer.get();
        }
        writers.shutdown();
        assertThat(journal.entries()).hasSize(100);
        assertThat(journal.verify()).isEmpty();
    }

    @Test
    void lineThatACrashCutOffIsToldAndNothingElseIsLost() throws IOException {
        change(journal, "a", Entry.DONE);
        String whole = Files.readString(file);
        journal.begin("op", change("b", 2));
        String more = Files.readString(file);
        Files.writeString(file, more.substring(0, whole.length() + 40));

        change(journal, "c", Entry.DONE);

        assertThat(journal.entries())
                .extracting(entry -> entry.intent().object())
                .containsExactly("a", "c");
        assertThat(journal.verify()).isEqualTo(Map.of(3, "is not as it was written"));
    }

    @Test
    void everyChangeOfTheFileIsFound() throws IOException {
        for (int i = 0; i < 20; i++) {
            change(journal, "t" + i, i % 3 == 0 ? Entry.FAILED : Entry.DONE);
        }
        List<String> intact = Files.readAllLines(file);
        Random random = Scale.random("changes of a journal");
        int trials = Scale.trials(200, 2_000);
        for (int trial = 0; trial < trials; trial++) {
            List<String> lines = new ArrayList<>(intact);
            int at = random.nextInt(lines.size() - 1);
            String line = lines.get(at);
            switch (random.nextInt(4)) {
                case 0 -> lines.set(at, flipped(line, random.nextInt(line.length())));
                case 1 -> lines.remove(at);
                case 2 -> lines.add(at, line);
                default -> lines.add(at, lines.remove(at + 1));
            }
            Files.write(file, lines, StandardOpenOption.TRUNCATE_EXISTING);
            assertThat(journal.verify()).as("line %d of %s", at + 1, lines).isNotEmpty();
        }
        Files.write(file, intact, StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(journal.verify()).isEmpty();
    }

    private static String flipped(String line, int at) {
        return line.substring(0, at) + (char) (line.charAt(at) ^ 1) + line.substring(at + 1);
    }

    private static void fill(Path path) throws IOException {
        try (var out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            byte[] page = new byte[4096];
            while (true) {
                out.write(page);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    private static void change(Journal in, String object, String outcome) throws IOException {
        String operation = Journal.operation();
        in.begin(operation, change(object, 1));
        in.end(operation, object, outcome, FOUND);
    }

    private static Intent change(String object, int value) {
        return new Intent(
                "sequences fix",
                PLACE,
                object,
                "select 'a\nb'",
                Map.of("last_value", "" + value),
                Map.of("last_value", "" + (value + 5)));
    }
}

package dev.dbsh.pg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.demo.Login;
import dev.dbsh.pg.wire.ResultColumn;
import dev.dbsh.pg.wire.ResultRow;
import dev.dbsh.report.Failure;
import dev.dbsh.testing.TestDatabase;
import dev.dbsh.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of every type on every server: the text that psql prints, at the first execution and at the tenth. */
class ValuesTest {
    private static final Path PSQL = Path.of("/usr/bin/psql");
    private static final String NULL = "\\N";
    private static final int LONGEST = 200;

    static SortedSet<Integer> majors() {
        return TestServer.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void valuesPrintAsPsqlPrintsThem(int major) throws Exception {
        List<Section> sections = sections(major);
        assertThat(sections.get(0).expected()).hasSizeGreaterThan(120);
        try (TestDatabase database = TestDatabase.open(major, "every-type")) {
            Login role = database.role("superuser");
            database.execute("alter role " + role.user() + " set timezone = 'Europe/Berlin'");
            for (Section section : sections) {
                Session session = database.session(role);
                run(session, section.setting());
                for (int execution = 1; execution <= 10; execution++) {
                    assertThat(section.pairs(run(session, section.query())))
                            .as("%s, execution %d", section.setting(), execution)
                            .containsExactlyElementsOf(section.expected());
                }
                session.close();
                if (Files.isExecutable(PSQL)) {
                    assertThat(section.pairs(psql(role, section)))
                            .as("psql, %s", section.setting())
                            .containsExactlyElementsOf(section.expected());
                }
            }
        }
    }

    /** @param expected each expression with its text */
    private record Section(String setting, List<String> expected) {
        String query() {
            return "select "
                    + expected.stream()
                            .map(line -> line.substring(0, line.lastIndexOf("  ->  ")))
                            .collect(Collectors.joining(", "));
        }

        List<String> pairs(List<String> values) {
            List<String> pairs = new ArrayList<>();
            for (int i = 0; i < expected.size(); i++) {
                String line = expected.get(i);
                pairs.add(line.substring(0, line.lastIndexOf("  ->  ") + 6) + shown(values.get(i)));
            }
            return pairs;
        }
    }

    private static List<Section> sections(int major) throws IOException {
        List<Section> sections = new ArrayList<>();
        try (var in = ValuesTest.class.getResourceAsStream("/values.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                boolean newer = line.matches("\\d\\d\\+ .*");
                if (line.startsWith("## ")) {
                    sections.add(new Section(line.substring(3), new ArrayList<>()));
                } else if (newer && Integer.parseInt(line.substring(0, 2)) <= major) {
                    sections.get(sections.size() - 1).expected().add(line.substring(4));
                } else if (!newer && !line.isEmpty() && !line.startsWith("#")) {
                    sections.get(sections.size() - 1).expected().add(line);
                }
            }
        }
        return sections;
    }

    private static List<String> run(Session session, String sql) {
        List<String> values = new ArrayList<>();
        StatementKind kind = sql.startsWith("set ") ? StatementKind.SESSION : StatementKind.QUERY;
        session.run(sql, kind, new Results() {
            private int width;

            @Override
            public void columns(List<ResultColumn> columns) {
                width = columns.size();
            }

            @Override
            public void row(ResultRow row) {
                for (int i = 0; i < width; i++) {
                    values.add((String) row.value(i));
                }
            }

            @Override
            public void notice(Failure notice) {
                throw new AssertionError(notice);
            }
        });
        return values;
    }

    // Zero bytes between the values, as no value has one.
    private static List<String> psql(Login login, Section section) throws Exception {
        Path file = Files.createTempFile("values", ".sql");
        Path out = Files.createTempFile("values", ".out");
        Files.writeString(file, section.setting() + "\\g /dev/null\n" + section.query() + ";\n");
        ProcessBuilder builder =
                new ProcessBuilder(PSQL.toString(), "-XqAtz0", "-P", "null=" + NULL + NULL, "-f", file.toString());
        builder.environment()
                .putAll(Map.of(
                        "PGHOST", login.host(),
                        "PGPORT", "" + login.port(),
                        "PGUSER", login.user(),
                        "PGPASSWORD", login.password(),
                        "PGDATABASE", login.database(),
                        "PGCLIENTENCODING", "UTF8"));
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.waitFor()).isZero();
        String text = Files.readString(out);
        Files.delete(file);
        Files.delete(out);
        return Arrays.stream(text.substring(0, text.length() - 1).split("\0", -1))
                .map(value -> value.equals(NULL + NULL) ? null : value)
                .toList();
    }

    private static String shown(String value) {
        if (value == null) {
            return NULL;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            return bytes.length + " bytes, md5 " + md5(bytes);
        }
        StringBuilder shown = new StringBuilder();
        value.codePoints().forEach(c -> {
            switch (c) {
                case '\\' -> shown.append("\\\\");
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                default -> {
                    boolean hidden = c < ' ' || (c >= 127 && c < 160);
                    boolean odd = c == 0x200b || c == 0x202e || c == 0xfeff || c == 0x301;
                    shown.append(hidden || odd ? String.format("\\u%04x", c) : Character.toString(c));
                }
            }
        });
        return shown.toString();
    }

    private static String md5(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}

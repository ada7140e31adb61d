package dev.dbsh.lock;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.pg.Row;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** The advisory locks by which migration tools keep each other out, as each tool computes its key. */
final class KnownKeys {
    private static final long FLYWAY = 77_431_708_279_161L;
    private static final long RAILS = 2_053_462_845L;
    private static final long SQLX = 0x3d32ad9eL;
    private static final long GOLANG_MIGRATE = 1_486_364_155L;
    private static final long UNSIGNED = 0xffff_ffffL;

    private static final Map<Long, String> FIXED = Map.of(
            72_707_369L, "Prisma Migrate",
            5_887_940_537_704_921_958L, "goose",
            7_241_865_325_823_964L, "node-pg-migrate",
            3_853_314_791_062_309_107L, "Kysely",
            75_474_063L, "Sqitch");

    private final List<History> histories;
    private final String here;
    private final Map<String, Map<Long, String>> byDatabase = new HashMap<>();

    /** A table in which a tool keeps what it has run. */
    record History(QualifiedName table, boolean flyway) {
        static History of(Row row) throws SQLException {
            return new History(row.qualifiedName("schema_name", "name"), row.flag("flyway"));
        }
    }

    /** @param here the database that has the tables */
    KnownKeys(List<History> histories, String here) {
        this.histories = List.copyOf(histories);
        this.here = here;
    }

    /** The tool whose lock that is, in the database; null when it is no tool's that is known. */
    @Nullable
    String find(long key, @Nullable String database) {
        String fixed = FIXED.get(key);
        if (fixed != null || database == null) {
            return fixed;
        }
        return byDatabase.computeIfAbsent(database, this::computed).get(key);
    }

    private Map<Long, String> computed(String database) {
        Map<Long, String> keys = new HashMap<>();
        keys.put(RAILS * crc(database), "Rails");
        keys.put(SQLX * crc(database), "sqlx");
        for (History history : database.equals(here) ? histories : List.<History>of()) {
            QualifiedName table = history.table();
            if (history.flyway()) {
                String quoted = '"' + table.schema() + "\".\"" + table.name() + '"';
                keys.put(FLYWAY + quoted.hashCode(), "Flyway " + table);
            } else {
                String names = table.schema() + '\0' + table.name() + '\0' + database;
                keys.put(crc(names) * GOLANG_MIGRATE & UNSIGNED, "golang-migrate " + table);
            }
        }
        return keys;
    }

    private static long crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}

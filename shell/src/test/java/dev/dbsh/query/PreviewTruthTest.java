package dev.dbsh.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.testing.Scale;
import dev.dbsh.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What is announced before a change is kept, beside what can be seen to have changed afterwards: rows that are new, gone,
 * or there in another version, in schemas made at random of cascades, triggers, rules and partitions.
 */
class PreviewTruthTest {
    private static final List<String> TABLES = List.of("parent", "child", "grandchild", "log", "low", "high");

    /** Their rows have a name that stays, whatever their key becomes. */
    private static final List<String> TAGGED = List.of("parent", "low", "high");

    @RegisterExtension
    final TestDatabase database = TestDatabase.empty();

    private final Random random = Scale.random("previews of changes");

    @Test
    void whatIsAnnouncedIsWhatHappens() {
        int trials = Scale.trials(25, 200);
        Previewed previewed = new Previewed(database.writer(database.login()));
        int inPart = 0;
        for (int trial = 0; trial < trials; trial++) {
            String schema = "s" + trial;
            String definition = definition();
            database.execute("create schema " + schema + "; set search_path = " + schema + ";" + definition);
            Map<String, Map<String, String>> before = versions(schema);
            String statement = statement(schema);

            String announced = previewed.run(statement);

            String happened = happened(schema, before, versions(schema));
            String words = announced.replaceFirst("^not yet committed(, and without WHERE)?: ", "");
            boolean undone = words.startsWith("at most ");
            assertThat(undone ? withoutLog(words.substring("at most ".length())) : words)
                    .as("trial %d: %s\n%s", trial, statement, definition)
                    .isEqualTo(undone ? withoutLog(happened) : happened);
            assertThat(!undone || definition.contains("execute function undo"))
                    .as(definition)
                    .isTrue();
            inPart += undone ? 1 : 0;
        }
        assertThat(inPart).isBetween(1, trials - 1);
        System.out.println(trials + " changes announced as they came, " + inPart + " of them as the most that can be");
    }

    // What the handlers undo is all in the log.
    private static String withoutLog(String words) {
        String rest =
                words.replaceFirst("(^|; )[0-9]+ inserted in s[0-9]+\\.log", "").replaceFirst("^; ", "");
        return rest.isEmpty() ? "no row" : rest;
    }

    private String definition() {
        String delete = pick("cascade", "set null", "cascade", "restrict");
        StringBuilder sql =
                new StringBuilder("""
                create table parent (id int primary key, v int, tag int);
                create table child (id int primary key, parent int references parent on delete %s on update cascade, v int);
                create table grandchild (id int primary key, child int references child on delete cascade on update cascade);
                create table log (id bigint generated always as identity primary key, what text);
                create table parted (id int primary key, v int, tag int) partition by range (id);
                create table low partition of parted for values from (0) to (100);
                create table high partition of parted for values from (100) to (100000);
                insert into parent select i, i, i from generate_series(1, 30) i;
                insert into child select i, %s, i from generate_series(1, 60) i;
                insert into grandchild select i, 1 + i %% 60 from generate_series(1, 90) i;
                insert into parted select i, i, i from generate_series(1, 199) i;
                create view old_parents as select * from parent where id > 15;
                create function note() returns trigger language plpgsql set search_path from current as
                    $$ begin insert into log (what) values (tg_op || tg_table_name); return null; end $$;
                create function skip() returns trigger language plpgsql set search_path from current as
                    $$ begin if tg_op = 'DELETE' then return case when old.id %% 3 = 0 then null else old end; end if;
                    return case when new.id %% 3 = 0 then null else new end; end $$;
                create function undo() returns trigger language plpgsql set search_path from current as
                    $$ begin begin insert into log (what) values ('gone'); raise exception 'never mind';
                    exception when raise_exception then return null; end; end $$;
                """.formatted(delete, delete.equals("restrict") ? "1 + i % 5" : "1 + i % 30"));
        for (String table : List.of("parent", "child", "grandchild", "parted")) {
            if (random.nextBoolean()) {
                String function = pick("note", "undo", "note");
                sql.append("create trigger t_")
                        .append(table)
                        .append(" after insert or update or delete on ")
                        .append(table)
                        .append(" for each ")
                        .append(pick("row", "statement"))
                        .append(" execute function ")
                        .append(function)
                        .append("();\n");
            }
        }
        if (random.nextInt(4) == 0) {
            // On what nothing refers to: the foreign key would complain.
            sql.append(
                    "create trigger skipping before update or delete on grandchild for each row execute function skip();\n");
        }
        if (random.nextInt(4) == 0) {
            sql.append(
                    "create rule noted as on update to parent do also insert into log (what) select 'rule ' || new.id;\n");
        }
        return sql.toString();
    }

    private String statement(String schema) {
        int from = 6 + random.nextInt(40);
        String text = pick(
                "delete from S.parent where id >= " + from,
                "delete from S.child where id % 7 = " + from % 7,
                "delete from S.grandchild",
                "update S.parent set v = v + 1 where id < " + from,
                "update S.parent set id = id + 1000 where id >= " + from,
                "update S.child set v = 0",
                "update S.parted set v = v + 1 where id % 5 = 0",
                "update S.parted set id = id + 1000 where id between 90 and 110",
                "delete from S.parted where id > 50 and id < 150",
                "update S.old_parents set v = -v",
                "delete from S.old_parents where id > " + from,
                "with gone as (delete from S.grandchild where id < 10 returning id) update S.child set v = -1 where id > 50",
                "with made as (insert into S.log (what) select 'x' from generate_series(1, 4) returning id)"
                        + " delete from S.grandchild where id % 2 = 0");
        return text.replace("S.", schema + ".");
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    /** Of each row the version, which every change makes another. */
    private Map<String, Map<String, String>> versions(String schema) {
        Map<String, Map<String, String>> versions = new TreeMap<>();
        for (String table : TABLES) {
            String name = TAGGED.contains(table) ? "tag" : "id";
            Map<String, String> rows = new TreeMap<>();
            for (String row :
                    database.list("select " + name + " || ' ' || xmin || ' ' || ctid from " + schema + "." + table)) {
                rows.put(row.substring(0, row.indexOf(' ')), row.substring(row.indexOf(' ')));
            }
            versions.put(table, rows);
        }
        return versions;
    }

    private static String happened(
            String schema, Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        List<String> words = new ArrayList<>();
        for (String table : before.keySet()) {
            Map<String, String> then = before.get(table);
            Map<String, String> now = after.get(table);
            long same = now.keySet().stream().filter(then::containsKey).count();
            long changed = now.entrySet().stream()
                    .filter(row ->
                            then.containsKey(row.getKey()) && !row.getValue().equals(then.get(row.getKey())))
                    .count();
            List<String> counts = new ArrayList<>();
            add(counts, now.size() - same, "inserted");
            add(counts, changed, "updated");
            add(counts, then.size() - same, "deleted");
            if (!counts.isEmpty()) {
                words.add(String.join(", ", counts) + " in " + schema + "." + table);
            }
        }
        return words.isEmpty() ? "no row" : String.join("; ", words);
    }

    private static void add(List<String> counts, long count, String what) {
        if (count > 0) {
            counts.add(count + " " + what);
        }
    }
}

package dev.dbsh.console.cursor;

import static dev.dbsh.console.cursor.Kind.*;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can stand in a statement that is no query. */
final class Statement {
    private static final String MODES = "access share mode, row share mode, row exclusive mode,"
            + " share update exclusive mode, share mode, share row exclusive mode, exclusive mode, access exclusive mode";
    private static final String OF_TABLE = "add column, add constraint, alter column, attach partition,"
            + " detach partition, disable row level security, disable trigger, drop column, drop constraint,"
            + " enable row level security, enable trigger, owner to, rename column, rename to, replica identity, reset,"
            + " set, set schema, set tablespace, validate constraint";
    private static final String OF_SEQUENCE = "as, cache, cycle, increment by, maxvalue, minvalue, no cycle,"
            + " no maxvalue, no minvalue, owned by, owner to, rename to, restart, restart with, set schema, start with";
    private static final String OBJECTS = "database, domain, extension, foreign table, function, index,"
            + " materialized view, policy, procedure, publication, role, routine, rule, schema, sequence, server,"
            + " statistics, subscription, table, tablespace, trigger, type, user, view";

    /** No rule is about more words than that. */
    private static final int LONGEST = 200;

    private static final Wanted COLUMN = Wanted.columns(List.of(), Wanted.Manner.EXPRESSION)
            .or(List.of(TABLE, VIEW, MATERIALIZED_VIEW, FOREIGN_TABLE));

    private static final List<Rule> RULES = List.of(
            Rule.words("alter", OBJECTS + ", default privileges, system"),
            Rule.words("drop", OBJECTS + ", owned by"),
            Rule.words(
                    "create",
                    OBJECTS + ", or replace, temporary table, unique index, unlogged table, index concurrently"),
            Rule.words("comment on", OBJECTS + ", column, constraint"),
            Rule.words("refresh", "materialized view"),
            Rule.words("reindex [()]", "database, index, schema, system, table"),
            Rule.words("discard", "all, plans, sequences, temporary"),
            Rule.words("explain [()|analyze|verbose]", "analyze, delete from, insert into, select, update, with"),
            Rule.names("alter|comment|drop [on|if_exists] table [if_exists|only] LIST", TABLE),
            Rule.names("drop|alter|comment [on] foreign table [if_exists|only] LIST", FOREIGN_TABLE),
            Rule.names("drop|alter|comment [on] view [if_exists] LIST", VIEW),
            Rule.names(
                    "drop|alter|comment|refresh [on] materialized view [if_exists|concurrently] LIST",
                    MATERIALIZED_VIEW),
            Rule.names("drop|alter|comment [on] sequence [if_exists] LIST", SEQUENCE),
            Rule.names("drop|alter|comment [on] index [concurrently|if_exists] LIST", INDEX),
            Rule.names("drop|alter|comment [on] function|aggregate [if_exists] LIST", FUNCTION),
            Rule.names("drop|alter|comment [on] procedure [if_exists] LIST", PROCEDURE),
            Rule.names("drop|alter|comment [on] routine [if_exists] LIST", FUNCTION, PROCEDURE),
            Rule.names("drop|alter|comment [on] schema [if_exists] LIST", SCHEMA),
            Rule.names("drop|alter|comment [on] role|user|group [if_exists] LIST", ROLE),
            Rule.names("drop|alter|comment [on] database [if_exists]", DATABASE),
            Rule.names("drop|alter|comment [on] type|domain [if_exists] LIST", TYPE),
            Rule.names("drop|alter|comment [on] tablespace [if_exists]", TABLESPACE),
            Rule.names("drop|alter|comment [on] extension [if_exists] LIST", EXTENSION),
            Rule.of("comment on column", table -> COLUMN),
            Rule.names("drop|alter|comment [on] trigger|policy|rule|constraint [if_exists] N on", TABLE, VIEW),
            Rule.names("drop|reassign owned by LIST", ROLE),
            Rule.names("reassign owned by * to", ROLE),
            Rule.words("alter table [if_exists|only] T", OF_TABLE),
            Rule.words("alter sequence [if_exists] N", OF_SEQUENCE),
            Rule.of("alter table [if_exists|only] T * drop|alter|rename [column] [if_exists]", Statement::columnsOf),
            Rule.names("alter table * add [column] [if_not_exists] N", TYPE),
            Rule.names("alter table * column N [set_data] type", TYPE),
            Rule.names("alter table * attach|detach partition", TABLE),
            Rule.names("alter table * inherit", TABLE),
            Rule.names("alter table * cluster on", INDEX),
            Rule.names("alter table * using index", INDEX),
            Rule.names("alter role|user|database * set|reset", SETTING),
            Rule.names("alter system set|reset", SETTING),
            Rule.of("alter|create sequence * owned by", table -> COLUMN),
            Rule.names("alter default privileges * in schema LIST", SCHEMA),
            Rule.names("alter|create * owner to", ROLE),
            Rule.names("alter * set schema", SCHEMA),
            Rule.names("alter|create * tablespace", TABLESPACE),
            Rule.names("create [unique] index * on [only]", TABLE, MATERIALIZED_VIEW),
            Rule.words("create [unique] index * on [only] T using", "brin, btree, gin, gist, hash, spgist"),
            Rule.of("create [unique] index * on [only] T [using_\\S+] (", Statement::expressionOf),
            Rule.names("create * trigger * on", TABLE, VIEW, FOREIGN_TABLE),
            Rule.names("create * trigger * execute function|procedure", FUNCTION),
            Rule.names("create policy N on", TABLE),
            Rule.names("create|alter policy * to LIST", ROLE),
            Rule.of("create|alter policy N on T * using|check (", Statement::expressionOf),
            Rule.names("create * partition of", TABLE),
            Rule.names("create|alter * references", TABLE),
            Rule.names("create * inherits (", TABLE),
            Rule.names("create schema * authorization", ROLE),
            Rule.names("create function|procedure|or * returns [setof]", TYPE),
            Rule.names("create extension * schema", SCHEMA),
            Rule.names("create publication * table [only] LIST", TABLE),
            Rule.names("create statistics * from", TABLE),
            Rule.of("* references T (", Statement::columnsOf),
            Rule.of("alter table [if_exists|only] T * primary|foreign key (", Statement::columnsOf),
            Rule.of("alter table [if_exists|only] T * unique (", Statement::columnsOf),
            Rule.names("truncate [table|only] LIST [only]", TABLE, FOREIGN_TABLE),
            Rule.names("lock [table|only] LIST [only]", TABLE, VIEW),
            Rule.words("lock [table|only] * in", MODES),
            Rule.words(
                    "vacuum|analyze (",
                    "analyze, buffer_usage_limit, disable_page_skipping, freeze, full,"
                            + " index_cleanup, parallel, process_toast, skip_locked, truncate, verbose"),
            Rule.of("vacuum|analyze [()|full|freeze|verbose|analyze] LIST T (", Statement::columnsOf),
            Rule.names("vacuum [()|full|freeze|verbose|analyze] LIST", TABLE, MATERIALIZED_VIEW),
            Rule.names("analyze [()|verbose] LIST", TABLE, MATERIALIZED_VIEW, FOREIGN_TABLE),
            Rule.names("cluster [()|verbose]", TABLE, MATERIALIZED_VIEW),
            Rule.names("cluster [()|verbose] N using", INDEX),
            Rule.names("reindex [()] table [concurrently]", TABLE, MATERIALIZED_VIEW),
            Rule.names("reindex [()] index [concurrently]", INDEX),
            Rule.names("reindex [()] schema [concurrently]", SCHEMA),
            Rule.names("reindex [()] database|system [concurrently]", DATABASE),
            Rule.words("explain (", "analyze, buffers, costs, format, settings, summary, timing, verbose, wal"),
            Rule.names("copy", TABLE, FOREIGN_TABLE, VIEW),
            Rule.words("copy N [()]", "from, to"),
            Rule.of("copy T (", Statement::columnsOf),
            Rule.names("grant|revoke * on all tables|sequences|functions|procedures|routines in schema LIST", SCHEMA),
            Rule.names("grant|revoke * on sequence LIST", SEQUENCE),
            Rule.names("grant|revoke * on schema LIST", SCHEMA),
            Rule.names("grant|revoke * on database LIST", DATABASE),
            Rule.names("grant|revoke * on function|procedure|routine LIST", FUNCTION, PROCEDURE),
            Rule.names("grant|revoke * on type|domain LIST", TYPE),
            Rule.names("grant|revoke * on tablespace LIST", TABLESPACE),
            Rule.names("grant|revoke * on [table] LIST", TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE),
            Rule.names("grant * to LIST", ROLE),
            Rule.names("revoke * from LIST", ROLE),
            Rule.names("import foreign schema * into", SCHEMA),
            Rule.names("set [session|local] role", ROLE),
            Rule.names("set [local] session authorization", ROLE),
            Rule.names("set [session|local] search_path to|= LIST", SCHEMA),
            Rule.of("set [session|local]", table -> Wanted.names(SETTING).orKeywords()),
            Rule.names("show|reset", SETTING),
            Rule.names("call", PROCEDURE),
            Rule.names("security label * on table", TABLE),
            Rule.names("security label * on sequence", SEQUENCE));

    /** The statements that are about a table whose columns may be meant further on. */
    private static final List<Rule> SUBJECTS = List.of(
            Rule.names("alter table [if_exists|only] T"),
            Rule.names("create [unique] index * on [only] T"),
            Rule.names("create|alter policy N on T"));

    private Statement() {}

    /** @param place in front of which node of the statement's outermost level the cursor is, or in which one */
    static Wanted wanted(Level statement, int place, boolean inBrackets) {
        if (place == 0 && !inBrackets) {
            return Wanted.words(Vocabulary.STARTS);
        }
        if (place > LONGEST) {
            return Wanted.KEYWORDS;
        }
        String sketch = statement.sketch(place) + (inBrackets ? "( " : "");
        for (Rule rule : RULES) {
            @Nullable Wanted wanted = rule.after(sketch, statement);
            if (wanted != null) {
                return wanted;
            }
        }
        return Wanted.KEYWORDS;
    }

    /** The table that the statement is about, when its columns may be meant in expressions. */
    static List<Source> subject(Level statement) {
        String sketch = statement.sketch(Math.min(statement.size(), LONGEST));
        for (Rule rule : SUBJECTS) {
            @Nullable Source table = rule.table(sketch, statement);
            if (table != null) {
                return List.of(table);
            }
        }
        return List.of();
    }

    private static Wanted columnsOf(Source table) {
        return Wanted.columns(List.of(table), Wanted.Manner.ALONE).orKeywords();
    }

    private static Wanted expressionOf(Source table) {
        return Wanted.columns(List.of(table), Wanted.Manner.ALONE)
                .or(List.of(FUNCTION))
                .orKeywords();
    }
}

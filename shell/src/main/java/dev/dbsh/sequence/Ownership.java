package dev.dbsh.sequence;

import dev.dbsh.pg.Identifier;
import dev.dbsh.pg.QualifiedName;
import dev.dbsh.report.Column;
import dev.dbsh.report.Meaning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something about who owns a sequence and who uses it that will surprise somebody.
 *
 * @param type the statement that ends it; printed, never run
 */
record Ownership(QualifiedName sequence, Code code, String finding, String type) {
    static final List<Column<Ownership>> COLUMNS = List.of(
            Column.text("sequence", ownership -> ownership.sequence().toString()),
            Column.<Ownership>text("code", ownership -> ownership.code().word()).meaning(ownership -> Meaning.WARNING),
            Column.text("finding", Ownership::finding),
            Column.text("type", Ownership::type));

    enum Code {
        /** A column owns it that does not use it, and others do. */
        OWNED_BY_OTHER,
        /** A column owns it that uses another one it owns as well. */
        SECOND_OF_COLUMN,
        /** A column owns it, and nothing is known to use it. */
        OWNED_NOT_USED,
        /** A table that others took the default from owns it. */
        DROP_TAKES_ALONG,
        /** A default takes it from another schema. */
        OTHER_SCHEMA,
        /** One column uses it and does not own it. */
        NOT_OWNED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What there is to say of all of them, in their order. */
    static List<Ownership> of(List<Sequence> sequences) {
        Map<String, List<Sequence>> byOwner = new HashMap<>();
        for (Sequence sequence : sequences) {
            owners(sequence)
                    .forEach(owner -> byOwner.computeIfAbsent(owner.toString(), name -> new ArrayList<>())
                            .add(sequence));
        }
        return sequences.stream()
                .filter(sequence -> sequence.standing().extension() == null)
                .flatMap(sequence -> of(sequence, byOwner).stream())
                .toList();
    }

    private static List<Ownership> of(Sequence sequence, Map<String, List<Sequence>> byOwner) {
        List<Ownership> found = new ArrayList<>();
        List<FedColumn> users =
                sequence.columns().stream().filter(FedColumn::isUser).toList();
        for (FedColumn owner : owners(sequence)) {
            List<FedColumn> others = users.stream()
                    .filter(user -> !user.table().equals(owner.table()))
                    .toList();
            List<Sequence> rivals = byOwner.getOrDefault(owner.toString(), List.of()).stream()
                    .filter(rival -> rival.isUsedBy(owner))
                    .toList();
            if (owner.isUser()) {
                found.addAll(taken(sequence, owner, others));
            } else if (!users.isEmpty()) {
                found.add(new Ownership(
                        sequence.name(),
                        Code.OWNED_BY_OTHER,
                        owner + " owns it and does not use it, " + names(users) + (users.size() == 1 ? " does" : " do")
                                + ": drop table " + owner.table()
                                + " cascade would take "
                                + (users.size() == 1 ? "that default" : "those defaults") + " along",
                        users.size() == 1 ? owned(sequence, users.get(0)) : disowned(sequence)));
            } else if (!rivals.isEmpty()) {
                found.add(new Ownership(
                        sequence.name(),
                        Code.SECOND_OF_COLUMN,
                        owner + " owns it and uses " + rivals.get(0).name() + ", which it owns too:"
                                + " pg_get_serial_sequence may name the wrong one",
                        disowned(sequence)));
            } else {
                found.add(new Ownership(
                        sequence.name(),
                        Code.OWNED_NOT_USED,
                        owner + " owns it and does not use it: it goes when the column goes",
                        disowned(sequence)));
            }
        }
        if (owners(sequence).isEmpty()) {
            found.addAll(unowned(sequence, users));
        }
        return found;
    }

    private static List<Ownership> taken(Sequence sequence, FedColumn owner, List<FedColumn> others) {
        if (others.isEmpty()) {
            return List.of();
        }
        return List.of(new Ownership(
                sequence.name(),
                Code.DROP_TAKES_ALONG,
                owner + " owns it, and " + names(others) + (others.size() == 1 ? " takes its" : " take their")
                        + " values from it too: drop table " + owner.table()
                        + " fails, and with cascade takes "
                        + (others.size() == 1 ? "that default" : "those defaults") + " along",
                disowned(sequence)));
    }

    private static List<Ownership> unowned(Sequence sequence, List<FedColumn> users) {
        List<Ownership> found = new ArrayList<>();
        String schema = sequence.name().schema();
        for (FedColumn user : users) {
            if (!user.table().name().schema().equals(schema)) {
                String move = "alter sequence " + sequence.name() + " set schema "
                        + Identifier.readable(user.table().name().schema()) + ";";
                found.add(new Ownership(
                        sequence.name(),
                        Code.OTHER_SCHEMA,
                        "the default of " + user + " takes it from another schema: whoever restores or drops one of the"
                                + " two schemas misses it",
                        users.size() == 1 ? move : "sequences show " + sequence.name()));
            } else if (users.size() == 1) {
                found.add(new Ownership(
                        sequence.name(),
                        Code.NOT_OWNED,
                        user
                                + " uses it and does not own it: pg_get_serial_sequence is null, and it stays when the column"
                                + " goes",
                        owned(sequence, user)));
            }
        }
        return found;
    }

    private static List<FedColumn> owners(Sequence sequence) {
        return sequence.columns().stream().filter(FedColumn::owned).toList();
    }

    // A column may own a sequence of its own schema only.
    private static String owned(Sequence sequence, FedColumn column) {
        return column.table().name().schema().equals(sequence.name().schema())
                ? "alter sequence " + sequence.name() + " owned by " + column + ";"
                : disowned(sequence);
    }

    private static String disowned(Sequence sequence) {
        return "alter sequence " + sequence.name() + " owned by none;";
    }

    private static String names(List<FedColumn> columns) {
        return columns.stream().map(FedColumn::toString).collect(Collectors.joining(", "));
    }
}

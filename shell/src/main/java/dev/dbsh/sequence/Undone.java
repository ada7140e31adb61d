package dev.dbsh.sequence;

import dev.dbsh.pg.QualifiedName;
import dev.dbsh.report.Column;
import dev.dbsh.report.Meaning;
import java.util.List;
import java.util.Locale;

/**
 * One sequence that a repair had moved.
 *
 * @param from where the repair left it
 * @param to where it stood before
 * @param reason why it is not put back; empty when it is
 */
record Undone(Sequence sequence, Position from, Position to, What what, String reason) {
    static final List<Column<Undone>> COLUMNS = List.of(
            Column.text("sequence", undone -> undone.name().toString()),
            Column.text("before", undone -> undone.from().words()),
            Column.text("after", undone -> undone.to().words()),
            Column.<Undone>text("outcome", undone -> undone.what().word()).meaning(undone -> undone.what().meaning),
            Column.text("reason", Undone::reason));

    /** What becomes of it. */
    enum What {
        TO_PUT_BACK(Meaning.PLAIN),
        PUT_BACK(Meaning.GOOD),
        REFUSED(Meaning.WARNING),
        FAILED(Meaning.BAD);

        private final Meaning meaning;

        What(Meaning meaning) {
            this.meaning = meaning;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    QualifiedName name() {
        return sequence.name();
    }

    boolean is(What one) {
        return what == one;
    }

    Undone as(What then, String why) {
        return new Undone(sequence, from, to, then, why);
    }
}

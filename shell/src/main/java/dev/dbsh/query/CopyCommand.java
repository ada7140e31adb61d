package dev.dbsh.query;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.command.Signature;
import dev.dbsh.command.StreamCommand;
import dev.dbsh.command.Word;
import dev.dbsh.report.Ending;
import dev.dbsh.report.ReportSink;
import dev.dbsh.sql.classify.Classified;
import dev.dbsh.sql.classify.KeptStatements;
import java.util.List;
import java.util.Optional;

/** {@code copy TABLE[(cols)]|(QUERY) to|from FILE|- [with (...)]}, with files of this machine, as psql's {@code \copy}. */
public final class CopyCommand implements StreamCommand {
    private static final Parameter WHAT =
            Parameter.required("TABLE|(QUERY) to|from FILE|- [with (...)]", Parameter.Takes.REST, Completion.RELATIONS);

    private final Guards guards;
    private final Copies copies;
    private final SqlRecord record;

    /** @param input what {@code from -} reads */
    public CopyCommand(Typed typed, CopyInput input) {
        this.guards = new Guards(typed.session(), new KeptStatements());
        this.copies = new Copies(typed.session(), typed.notices(), input);
        this.record = typed.record();
    }

    /** True when a line that begins with COPY is this command, and not the server's statement. */
    public static boolean isMeant(String afterCopy) {
        return CopyLine.find(afterCopy).isPresent();
    }

    /** The server's statement that a call of this command sends; empty when the words make none. */
    public static Optional<String> findStatement(List<Word> words) {
        try {
            return Optional.of(
                    CopyLine.of(words.stream().map(Word::text).toList()).statement());
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    @Override
    public Signature signature() {
        return Signature.query(
                        "copy",
                        Signature.Group.SQL,
                        "Copy rows to or from a file here, as the server's COPY has them",
                        "copy orders to orders.csv with (format csv, header)")
                .taking(WHAT);
    }

    @Override
    public Ending run(Arguments arguments, ReportSink sink) {
        CopyLine line = CopyLine.of(arguments.all(WHAT));
        String statement = line.statement();
        Classified what = guards.check(statement);
        return record.run(statement, what, () -> run(line, statement, sink));
    }

    private Ending run(CopyLine line, String statement, ReportSink sink) {
        if (line.isStandard()) {
            return line.out() ? copies.toStandardOutput(statement, sink) : copies.fromStandardInput(statement);
        }
        return line.out() ? copies.toFile(line) : copies.fromFile(line);
    }
}

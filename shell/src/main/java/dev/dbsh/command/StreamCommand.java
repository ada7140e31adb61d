package dev.dbsh.command;

import dev.dbsh.report.Ending;
import dev.dbsh.report.ReportSink;

/** A command whose rows pass through one by one, because there may be any number of them. */
public non-sealed interface StreamCommand extends Command {

    Ending run(Arguments arguments, ReportSink sink);
}

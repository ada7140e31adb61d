package dev.dbsh.command;

import dev.dbsh.report.Report;

/** A command whose answer is small enough to be held whole. */
public non-sealed interface ReportCommand extends Command {

    Report<?> run(Arguments arguments);
}

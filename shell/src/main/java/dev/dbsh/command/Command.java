package dev.dbsh.command;

/** One verb. Commands return values; they print nothing and know neither terminal nor exit codes. */
public sealed interface Command permits ReportCommand, StreamCommand, ChangeCommand, TextCommand {

    Signature signature();
}

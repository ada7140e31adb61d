package dev.dbsh.command;

/** A command that runs a text of many statements, each with a report of its own: the interpreter carries it out. */
public non-sealed interface TextCommand extends Command {}

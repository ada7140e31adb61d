package dev.dbsh.command;

/** A command that changes something: it says what it would do, and does it only when the operator agrees. */
public non-sealed interface ChangeCommand extends Command {

    /** Looks, and changes nothing. */
    Change plan(Arguments arguments);
}

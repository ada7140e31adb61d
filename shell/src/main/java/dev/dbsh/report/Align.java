package dev.dbsh.report;

/** On which side of its column a value stands. */
public enum Align {
    LEFT,
    RIGHT
}

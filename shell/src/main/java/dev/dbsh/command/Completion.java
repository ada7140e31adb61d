package dev.dbsh.command;

/** What Tab offers at a place. */
public enum Completion {
    NONE,
    COMMANDS,
    RELATIONS,
    TABLES,
    SEQUENCES,
    SCHEMAS,
    FUNCTIONS,
    ROLES,
    ENVIRONMENTS,
    FORMATS,
    SETTINGS,
    SWITCH,
    FILES
}

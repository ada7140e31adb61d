package dev.dbsh.pg;

/** A name with its schema: a table, a sequence, a function. */
public record QualifiedName(String schema, String name) implements Identifier {

    @Override
    public String quoted() {
        return Identifier.quote(schema) + '.' + Identifier.quote(name);
    }

    /** As an operator would type it. */
    @Override
    public String toString() {
        return Identifier.readable(schema) + '.' + Identifier.readable(name);
    }
}

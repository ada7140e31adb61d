package dev.dbsh.pg;

/** A name without a schema: a column, a role, a setting. */
public record SimpleName(String name) implements Identifier {

    @Override
    public String quoted() {
        return Identifier.quote(name);
    }

    @Override
    public String toString() {
        return Identifier.readable(name);
    }
}

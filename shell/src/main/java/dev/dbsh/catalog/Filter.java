package dev.dbsh.catalog;

import dev.dbsh.command.Arguments;
import dev.dbsh.command.Completion;
import dev.dbsh.command.Option;
import dev.dbsh.command.Parameter;
import dev.dbsh.command.Refusal;
import dev.dbsh.pg.NamePattern;
import dev.dbsh.pg.TypedName;
import org.jspecify.annotations.Nullable;

/**
 * Which objects a list is to show.
 *
 * @param schema null for any
 */
record Filter(NamePattern pattern, @Nullable String schema) {
    static final Option SCHEMA = Option.named("--schema", "S", Completion.SCHEMAS, "only what is in the schema");

    static Filter of(Arguments arguments, Parameter pattern) {
        try {
            return new Filter(
                    arguments.find(pattern).map(NamePattern::parse).orElse(NamePattern.ALL),
                    arguments
                            .find(SCHEMA)
                            .map(typed -> TypedName.parse(typed).name())
                            .orElse(null));
        } catch (IllegalArgumentException e) {
            throw Refusal.usage(
                    String.valueOf(e.getMessage()), "a pattern is a name, or schema.name, with * for anything");
        }
    }
}

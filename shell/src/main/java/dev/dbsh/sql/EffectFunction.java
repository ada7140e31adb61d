package dev.dbsh.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of {@code effect-functions.txt}.
 *
 * @param places where in the arguments statements stand, counted from 0
 */
record EffectFunction(
        String name, Effect effect, UnderReadOnly underReadOnly, String does, Reads reads, List<Integer> places) {

    /** What has to be read in its arguments. */
    enum Reads {
        NOTHING,
        SETTING,
        QUERIES
    }

    static EffectFunction parse(List<String> columns) {
        String arguments = columns.size() > 4 ? columns.get(4) : "";
        Reads reads = arguments.startsWith("query")
                ? Reads.QUERIES
                : arguments.equals("setting") ? Reads.SETTING : Reads.NOTHING;
        return new EffectFunction(
                columns.get(0),
                Effect.valueOf(columns.get(1)),
                Table.underReadOnly(columns.get(2)),
                columns.get(3),
                reads,
                places(arguments));
    }

    private static List<Integer> places(String arguments) {
        List<Integer> places = new ArrayList<>();
        arguments.chars().filter(Character::isDigit).forEach(digit -> places.add(digit - '1'));
        return List.copyOf(places);
    }

    boolean isPrefix() {
        return name.endsWith("*");
    }

    String prefix() {
        return name.substring(0, name.length() - 1);
    }

    EffectFunction named(String called) {
        return new EffectFunction(called, effect, underReadOnly, does, reads, places);
    }

    Reason reason() {
        return new Reason(effect, name, underReadOnly, does);
    }
}

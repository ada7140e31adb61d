package dev.dbsh.sql.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of {@code effect-functions.txt}.
 *
 * @param places where in the arguments statements stand, counted from 0
 * @param arguments how many there have to be for that; 0 for any number
 * @param attribute true when {@code x.name} may be a call of it
 */
record EffectFunction(
        String name,
        Effect effect,
        UnderReadOnly underReadOnly,
        String does,
        Reads reads,
        List<Integer> places,
        int arguments,
        boolean attribute) {

    /** What has to be read in its arguments. */
    enum Reads {
        NOTHING,
        SETTING,
        QUERIES
    }

    static EffectFunction parse(List<String> columns) {
        String column = columns.size() > 4 ? columns.get(4) : "";
        int of = column.indexOf(" of ");
        String places = of < 0 ? column : column.substring(0, of);
        return new EffectFunction(
                columns.get(0),
                Effect.valueOf(columns.get(1)),
                Table.underReadOnly(columns.get(2)),
                columns.get(3),
                reads(column),
                places(places),
                of < 0 ? 0 : Integer.parseInt(column.substring(of + " of ".length())),
                column.isEmpty() || column.startsWith("query"));
    }

    private static Reads reads(String column) {
        if (column.startsWith("query")) {
            return Reads.QUERIES;
        }
        return column.equals("setting") ? Reads.SETTING : Reads.NOTHING;
    }

    private static List<Integer> places(String column) {
        List<Integer> places = new ArrayList<>();
        column.chars().filter(Character::isDigit).forEach(digit -> places.add(digit - '1'));
        return List.copyOf(places);
    }

    boolean isPrefix() {
        return name.endsWith("*");
    }

    /** True for a family that has a function of that name. */
    boolean has(String called) {
        return called.regionMatches(0, name, 0, name.length() - 1);
    }

    EffectFunction named(String called) {
        return new EffectFunction(called, effect, underReadOnly, does, reads, places, arguments, attribute);
    }

    Reason reason() {
        return new Reason(effect, name, underReadOnly, does);
    }
}

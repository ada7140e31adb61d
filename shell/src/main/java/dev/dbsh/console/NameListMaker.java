package dev.dbsh.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the names of one kind, and puts them in order without an object for each. */
final class NameListMaker {
    private static final int FEW = 64;

    private final List<String> schemas = new ArrayList<>();
    private byte[] letters = new byte[FEW * 16];
    private int[] starts = new int[FEW];
    private int[] schemaOf = new int[FEW];
    private int count;

    /**
     * Adds the names of a schema.
     *
     * @param names each with a line break and a blank behind it; a line break that belongs to a name is there twice
     */
    void add(String schema, String names) {
        schemas.add(schema);
        byte[] text = Packed.bytes(names);
        int end = starts[count];
        letters = atLeast(letters, end + text.length);
        for (int at = 0; at < text.length; at++) {
            boolean mark = text[at] == '\n' && at + 1 < text.length;
            if (mark && text[at + 1] == ' ') {
                end(end);
            } else {
                letters[end] = text[at];
                end++;
            }
            at += mark ? 1 : 0;
        }
    }

    private void end(int end) {
        if (count + 1 == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            schemaOf = Arrays.copyOf(schemaOf, schemaOf.length * 2);
        }
        schemaOf[count] = schemas.size() - 1;
        count++;
        starts[count] = end;
    }

    private static byte[] atLeast(byte[] array, int length) {
        return length <= array.length ? array : Arrays.copyOf(array, Math.max(length, array.length * 2));
    }

    NameList list() {
        Packed names = new Packed(Arrays.copyOf(letters, starts[count]), Arrays.copyOf(starts, count + 1));
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        sort(names, order, order.clone(), 0, count);
        int[] schemaInOrder = new int[count];
        Arrays.setAll(schemaInOrder, i -> schemaOf[order[i]]);
        return new NameList(List.copyOf(schemas), schemaInOrder, names.inOrder(order));
    }

    // The library sorts by a comparator only what are objects.
    private void sort(Packed names, int[] order, int[] copy, int start, int end) {
        if (end - start < 2) {
            return;
        }
        int middle = (start + end) >>> 1;
        sort(names, copy, order, start, middle);
        sort(names, copy, order, middle, end);
        int left = start;
        int right = middle;
        for (int at = start; at < end; at++) {
            boolean takesLeft = right == end || (left < middle && names.compare(copy[left], copy[right]) <= 0);
            order[at] = takesLeft ? copy[left++] : copy[right++];
        }
    }
}

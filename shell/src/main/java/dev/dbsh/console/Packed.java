package dev.dbsh.console;

import java.nio.charset.StandardCharsets;

/**
 * Texts one behind the other in one array: a fifth of the memory of as many strings, and quicker to look through. Case
 * means nothing where they are compared, which concerns ASCII as it does in the server.
 */
final class Packed {
    private final byte[] letters;
    private final int[] starts;

    /** @param starts where each text begins, and at last where they end */
    Packed(byte[] letters, int[] starts) {
        this.letters = letters;
        this.starts = starts;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    int size() {
        return starts.length - 1;
    }

    String text(int index) {
        return new String(letters, starts[index], length(index), StandardCharsets.UTF_8);
    }

    int length(int index) {
        return starts[index + 1] - starts[index];
    }

    /** The same texts in another order. */
    Packed inOrder(int[] order) {
        byte[] ordered = new byte[letters.length];
        int[] places = new int[starts.length];
        for (int i = 0; i < order.length; i++) {
            int length = length(order[i]);
            System.arraycopy(letters, starts[order[i]], ordered, places[i], length);
            places[i + 1] = places[i] + length;
        }
        return new Packed(ordered, places);
    }

    boolean startsWith(int index, byte[] start) {
        if (length(index) < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (folded(letters[starts[index] + i]) != folded(start[i])) {
                return false;
            }
        }
        return true;
    }

    /** In texts that are in order, the first one that is not before that. */
    int firstNotBefore(byte[] text) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(starts[middle], starts[middle + 1], text, 0, text.length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int compare(int one, int other) {
        return compare(starts[one], starts[one + 1], letters, starts[other], starts[other + 1]);
    }

    private int compare(int start, int end, byte[] others, int otherStart, int otherEnd) {
        int length = Math.min(end - start, otherEnd - otherStart);
        for (int i = 0; i < length; i++) {
            int one = letters[start + i];
            int other = others[otherStart + i];
            if (one != other && folded(one) != folded(other)) {
                return Integer.compare(folded(one) & 0xff, folded(other) & 0xff);
            }
        }
        return Integer.compare(end - start, otherEnd - otherStart);
    }

    private static int folded(int letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + ('a' - 'A') : letter;
    }

    /** How far apart the letters are that the text has one after the other; negative when it has not all of them. */
    int spread(int index, byte[] sought) {
        int first = -1;
        int next = 0;
        int end = starts[index + 1];
        for (int at = starts[index]; at < end; at++) {
            if (folded(letters[at]) == sought[next]) {
                first = first < 0 ? at : first;
                next++;
                if (next == sought.length) {
                    return at - first;
                }
            }
        }
        return -1;
    }
}

package dev.dbsh.console;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Texts one behind the other in one array: a tenth of the memory of as many strings, and quicker to look through. */
final class Packed {
    private final byte[] letters;
    private final int[] starts;

    Packed(List<byte[]> texts) {
        this.starts = new int[texts.size() + 1];
        for (int i = 0; i < texts.size(); i++) {
            starts[i + 1] = starts[i] + texts.get(i).length;
        }
        this.letters = new byte[starts[texts.size()]];
        for (int i = 0; i < texts.size(); i++) {
            System.arraycopy(texts.get(i), 0, letters, starts[i], starts[i + 1] - starts[i]);
        }
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

    boolean startsWith(int index, byte[] start) {
        int from = starts[index];
        return length(index) >= start.length
                && Arrays.equals(letters, from, from + start.length, start, 0, start.length);
    }

    boolean equals(int index, byte[] text) {
        return length(index) == text.length && startsWith(index, text);
    }

    /** In texts that are in the order of their bytes, the first one that is not before that. */
    int firstNotBefore(byte[] text) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(letters, starts[middle], starts[middle + 1], text, 0, text.length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How far apart the letters are that the text has one after the other; negative when it has not all of them. */
    int spread(int index, byte[] sought) {
        int first = -1;
        int next = 0;
        int end = starts[index + 1];
        for (int at = starts[index]; at < end; at++) {
            if (letters[at] == sought[next]) {
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

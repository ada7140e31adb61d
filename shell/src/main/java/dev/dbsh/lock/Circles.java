package dev.dbsh.lock;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/** Finds those that wait for each other in a circle, by Tarjan's way. */
final class Circles {
    private final List<BitSet> blockers;
    private final int[] number;
    private final int[] lowest;
    private final int[] circle;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<List<Integer>> found = new ArrayList<>();
    private int next = 1;

    Circles(List<BitSet> blockers) {
        this.blockers = blockers;
        this.number = new int[blockers.size()];
        this.lowest = new int[blockers.size()];
        this.circle = new int[blockers.size()];
        for (int at = 0; at < number.length; at++) {
            if (number[at] == 0) {
                visit(at);
            }
        }
    }

    /** All groups, most of them of one member; a group stands after all that it waits for. */
    List<List<Integer>> groups() {
        return found;
    }

    boolean together(int one, int other) {
        return circle[one] == circle[other];
    }

    boolean inCircle(int at) {
        return found.get(circle[at]).size() > 1;
    }

    private void visit(int at) {
        number[at] = next;
        lowest[at] = next++;
        open.push(at);
        BitSet before = blockers.get(at);
        for (int other = before.nextSetBit(0); other >= 0; other = before.nextSetBit(other + 1)) {
            if (number[other] == 0) {
                visit(other);
                lowest[at] = Math.min(lowest[at], lowest[other]);
            } else if (open(other)) {
                lowest[at] = Math.min(lowest[at], number[other]);
            }
        }
        if (lowest[at] == number[at]) {
            close(at);
        }
    }

    private boolean open(int at) {
        return lowest[at] != Integer.MAX_VALUE;
    }

    private void close(int first) {
        List<Integer> members = new ArrayList<>();
        int member;
        do {
            member = open.pop();
            lowest[member] = Integer.MAX_VALUE;
            circle[member] = found.size();
            members.add(member);
        } while (member != first);
        found.add(members);
    }
}

package dev.dbsh.lock;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Who waits for whom, for reading: of those in the way of a session only the nearest, since these wait for the others.
 * Whoever can be reached by all pairs can be reached by these, so it is counted on them.
 */
final class Forest {
    private static final int NOBODY = -1;

    private final Blocking blocking;
    private final Circles circles;
    private final List<BitSet> nearest = new ArrayList<>();
    private final List<List<Integer>> followers = new ArrayList<>();
    private final List<List<Integer>> children = new ArrayList<>();
    private final int[] depth;
    private final int[] parent;

    Forest(Blocking blocking) {
        this.blocking = blocking;
        this.circles = new Circles(blocking.blockers());
        int size = blocking.parties().size();
        this.depth = new int[size];
        this.parent = new int[size];
        for (int at = 0; at < size; at++) {
            nearest.add(nearest(at));
            followers.add(new ArrayList<>());
            children.add(new ArrayList<>());
        }
        for (int at = 0; at < size; at++) {
            BitSet before = nearest.get(at);
            for (int other = before.nextSetBit(0); other >= 0; other = before.nextSetBit(other + 1)) {
                followers.get(other).add(at);
            }
        }
        circles.groups().forEach(this::place);
    }

    // Never within a circle, where two pairs could each be the reason to leave the other out.
    private BitSet nearest(int at) {
        BitSet all = blocking.blockers().get(at);
        BitSet left = (BitSet) all.clone();
        for (int via = all.nextSetBit(0); via >= 0; via = all.nextSetBit(via + 1)) {
            if (!circles.together(at, via)) {
                BitSet behind = (BitSet) blocking.blockers().get(via).clone();
                behind.and(left);
                for (int far = behind.nextSetBit(0); far >= 0; far = behind.nextSetBit(far + 1)) {
                    if (!circles.together(via, far) && !circles.together(at, far)) {
                        left.clear(far);
                    }
                }
            }
        }
        return left;
    }

    // Groups come after those that they wait for. A circle is entered at the one that has waited longest.
    private void place(List<Integer> group) {
        List<Integer> members = new ArrayList<>(group);
        members.sort(Comparator.comparing(this::party, Order.LONGEST_WAIT));
        BitSet placed = new BitSet();
        int entry = members.get(0);
        parent[entry] = NOBODY;
        for (int member : members) {
            int outside = deepestOutside(member);
            if (outside != NOBODY && parent[entry] == NOBODY) {
                entry = member;
                parent[entry] = outside;
                depth[entry] = depth[outside] + 1;
                children.get(outside).add(entry);
            }
        }
        placed.set(entry);
        List<Integer> reached = new ArrayList<>(List.of(entry));
        for (int i = 0; i < reached.size(); i++) {
            int above = reached.get(i);
            for (int follower : followers.get(above)) {
                if (circles.together(above, follower) && !placed.get(follower)) {
                    placed.set(follower);
                    parent[follower] = above;
                    depth[follower] = depth[above] + 1;
                    children.get(above).add(follower);
                    reached.add(follower);
                }
            }
        }
    }

    private int deepestOutside(int at) {
        int deepest = NOBODY;
        BitSet before = nearest.get(at);
        for (int other = before.nextSetBit(0); other >= 0; other = before.nextSetBit(other + 1)) {
            if (!circles.together(at, other) && (deepest == NOBODY || depth[other] > depth[deepest])) {
                deepest = other;
            }
        }
        return deepest;
    }

    Party party(int at) {
        return blocking.parties().get(at);
    }

    int depth(int at) {
        return depth[at];
    }

    boolean inCircle(int at) {
        return circles.inCircle(at);
    }

    /** Those that wait for nobody, and one of each circle that waits for nobody outside. */
    List<Integer> roots() {
        List<Integer> roots = new ArrayList<>();
        for (int at = 0; at < parent.length; at++) {
            if (parent[at] == NOBODY) {
                roots.add(at);
            }
        }
        return roots;
    }

    /** Those drawn right below it: each session stands once, below the last of those that it waits for. */
    List<Integer> children(int at) {
        return children.get(at);
    }

    List<String> blockers(int at) {
        return nearest.get(at).stream().mapToObj(other -> party(other).name()).toList();
    }

    /** The sessions that wait because of it, directly or behind others. */
    BitSet heldUp(int at) {
        BitSet reached = new BitSet();
        List<Integer> next = new ArrayList<>(followers.get(at));
        for (int i = 0; i < next.size(); i++) {
            int each = next.get(i);
            if (each != at && !reached.get(each)) {
                reached.set(each);
                next.addAll(followers.get(each));
            }
        }
        return reached;
    }

    /** The sessions that wait because of any of them, and are none of them. */
    BitSet heldUp(BitSet by) {
        BitSet heldUp = new BitSet();
        by.stream().forEach(at -> heldUp.or(heldUp(at)));
        heldUp.andNot(by);
        return heldUp;
    }

    /** How many of those that it holds up can go on when it alone ends, one after the other. */
    int freedBy(int at) {
        BitSet alone = new BitSet();
        alone.set(at);
        return freedBy(alone).cardinality();
    }

    /** Those that can go on when all of them end, one after the other. */
    BitSet freedBy(BitSet ends) {
        int[] inTheWay = new int[parent.length];
        List<Integer> ended = new ArrayList<>(ends.stream().boxed().toList());
        BitSet out = (BitSet) ends.clone();
        for (int i = 0; i < ended.size(); i++) {
            int gone = ended.get(i);
            for (int follower : followers.get(gone)) {
                inTheWay[follower]++;
                boolean next = inTheWay[follower] == nearest.get(follower).cardinality();
                boolean turn = ends.get(gone) && isTurnAtRow(follower) && isKeptWaiting(gone, ends);
                if (next && !turn && !out.get(follower)) {
                    out.set(follower);
                    ended.add(follower);
                }
            }
        }
        out.andNot(ends);
        return out;
    }

    // The next one in the queue for a row waits for the same as the one that leaves it.
    private boolean isKeptWaiting(int at, BitSet ends) {
        BitSet left = (BitSet) nearest.get(at).clone();
        left.andNot(ends);
        return !left.isEmpty();
    }

    /** Where the session stands, or its leader; -1 when it takes no part. */
    int place(int pid) {
        for (int at = 0; at < parent.length; at++) {
            Integer known = party(at).pid();
            if (known != null && known == pid) {
                return at;
            }
        }
        return NOBODY;
    }

    /** True when somebody waits because of it for an advisory lock, which it may keep when its statement is stopped. */
    boolean holdsUpForAdvisory(int at) {
        return heldUp(at).stream().anyMatch(each -> {
            Wait wait = party(each).waitsFor();
            return wait != null && wait.isAdvisory();
        });
    }

    private boolean isTurnAtRow(int at) {
        Wait wait = party(at).waitsFor();
        return wait != null && wait.isTurnAtRow();
    }
}

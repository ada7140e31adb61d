package dev.dbsh.lock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts a forest into lines: roots first, each followed by all that hang on it. */
final class Drawing {
    /** A queue of hundreds would run off every screen: deeper levels are numbered, not indented. */
    private static final int DEEPEST = 8;

    private final Forest forest;
    private final List<Entry> lines = new ArrayList<>();

    private Drawing(Forest forest) {
        this.forest = forest;
    }

    /** Every tree as its lines. */
    static List<List<Entry>> trees(Forest forest) {
        List<List<Entry>> trees = new ArrayList<>();
        for (int root : forest.roots()) {
            Drawing drawing = new Drawing(forest);
            drawing.draw(root, "", "");
            trees.add(List.copyOf(drawing.lines));
        }
        trees.sort(
                Comparator.comparing((List<Entry> tree) -> tree.get(0).frees()).reversed());
        return trees;
    }

    private void draw(int at, String branch, String below) {
        lines.add(entry(at, branch));
        List<Integer> children = sorted(forest.children(at));
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            int child = children.get(i);
            if (forest.depth(child) > DEEPEST) {
                draw(child, below + "└─ " + forest.depth(child) + ": ", below);
            } else {
                draw(child, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
            }
        }
    }

    private List<Integer> sorted(List<Integer> children) {
        List<Integer> sorted = new ArrayList<>(children);
        sorted.sort(Comparator.comparing(forest::party, Order.LONGEST_WAIT));
        return sorted;
    }

    private Entry entry(int at, String branch) {
        Party party = forest.party(at);
        int frees = forest.heldUp(at).cardinality();
        boolean circle = forest.inCircle(at);
        int freed = forest.freedBy(at);
        List<String> blockers = forest.blockers(at);
        Action action = Action.on(party, circle, forest.holdsUpForAdvisory(at), freed);
        return new Entry(
                party,
                forest.depth(at),
                branch,
                blockers,
                frees,
                freed,
                action,
                new Note()
                        .about(party, blockers, circle)
                        .ending(party, action, new Note.Effect(frees, freed))
                        .text());
    }
}

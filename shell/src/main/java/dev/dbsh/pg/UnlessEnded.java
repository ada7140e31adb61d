package dev.dbsh.pg;

import java.util.List;

/** What follows, and nothing once the session is to end. */
final class UnlessEnded implements Following {
    private final CurrentLink current;
    private final Following following;

    UnlessEnded(CurrentLink current, Following following) {
        this.current = current;
        this.following = following;
    }

    @Override
    public List<String> statements(int most, int bytes, Stretch stretch) {
        return current.isEnded() ? List.of() : following.statements(most, bytes, stretch);
    }

    @Override
    public boolean isBehindRead() {
        return following.isBehindRead();
    }

    @Override
    public void prepare(int most) {
        following.prepare(most);
    }
}

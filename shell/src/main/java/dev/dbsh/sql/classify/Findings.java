package dev.dbsh.sql.classify;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has been found out about a statement so far. */
final class Findings {
    private final List<Reason> reasons = new ArrayList<>();
    private final List<NamedObject> objects = new ArrayList<>();
    private final List<PredictedLock> locks = new ArrayList<>();
    private final List<SettingChange> settings = new ArrayList<>();
    private Effect own = Effect.READS;
    private String kind = "";
    private Block block = Block.YES;
    private Loss loss = Loss.NONE;
    private boolean rows;
    private @Nullable Classified kept;

    void command(String name, Effect effect) {
        kind = name;
        own = effect;
    }

    String kind() {
        return kind;
    }

    void add(Reason reason) {
        if (reason.hasEffect() && !reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    void add(NamedObject object) {
        if (!objects.contains(object)) {
            objects.add(object);
        }
    }

    /** Of several locks on the same thing the strongest one counts. */
    void add(PredictedLock lock) {
        for (int i = 0; i < locks.size(); i++) {
            if (locks.get(i).on().equals(lock.on())) {
                locks.set(i, lock.or(locks.get(i)));
                return;
            }
        }
        locks.add(lock);
    }

    void add(SettingChange setting) {
        settings.add(setting);
    }

    void add(Block other) {
        block = block.and(other);
    }

    void add(Loss other) {
        loss = loss.and(other);
    }

    void returnsRows(boolean yes) {
        rows = yes;
    }

    void keeps(Classified statement) {
        kept = statement;
    }

    /** Takes over what a statement does that runs as a part of this one; what it is stays this one's. */
    void runs(Classified inner) {
        inner.reasons().forEach(this::add);
        inner.objects().forEach(this::add);
        inner.locks().forEach(this::add);
        settings.addAll(inner.settings());
        block = block.and(inner.block());
        loss = loss.and(inner.loss());
    }

    Classified classified() {
        return new Classified(kind, own, reasons, objects, block, loss, locks, settings, rows, kept);
    }
}

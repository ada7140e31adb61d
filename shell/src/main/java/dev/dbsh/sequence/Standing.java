package dev.dbsh.sequence;

import org.jspecify.annotations.Nullable;

/**
 * What a role may do with a sequence, and whose it is.
 *
 * @param obstacle why its position cannot be read; null when it can
 * @param holders who is about to change it, as {@code pid 4711}; null when nobody is
 * @param usable true when {@code nextval} is allowed
 * @param yours true when the role is its owner, or a member of it
 * @param extension the extension that it belongs to; null when none
 */
record Standing(
        @Nullable String obstacle,
        @Nullable String holders,
        boolean usable,
        boolean yours,
        String owner,
        @Nullable String extension) {}

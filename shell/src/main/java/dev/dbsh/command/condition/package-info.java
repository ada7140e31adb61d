/** Conditions on the figures of a report, as {@code --fail-if} and {@code --until} take them. */
@NullMarked
package dev.dbsh.command.condition;

import org.jspecify.annotations.NullMarked;

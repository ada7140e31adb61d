/** The record of what dbsh changes: written before a change begins, and completed after it. */
@NullMarked
package dev.dbsh.journal;

import org.jspecify.annotations.NullMarked;

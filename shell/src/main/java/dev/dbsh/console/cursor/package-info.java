/** What can stand where the cursor is in a statement, told from its text alone. */
@NullMarked
package dev.dbsh.console.cursor;

import org.jspecify.annotations.NullMarked;

/** What a statement is and does, as far as its tokens tell. */
@NullMarked
package dev.dbsh.sql.classify;

import org.jspecify.annotations.NullMarked;

/** Raw SQL: where a statement ends, and what comes back of it. */
@NullMarked
package dev.dbsh.query;

import org.jspecify.annotations.NullMarked;

/** Finds out where to connect, by libpq's rules, and opens the connection. */
@NullMarked
package dev.dbsh.pg.connect;

import org.jspecify.annotations.NullMarked;

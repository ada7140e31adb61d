/** The text of SQL: its tokens, where its statements end, and what psql's scripts have beside them. */
@NullMarked
package dev.dbsh.sql;

import org.jspecify.annotations.NullMarked;

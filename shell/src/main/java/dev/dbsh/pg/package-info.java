/** The one connection, what is known of its server, and statements kept in files. The only users of JDBC. */
@NullMarked
package dev.dbsh.pg;

import org.jspecify.annotations.NullMarked;

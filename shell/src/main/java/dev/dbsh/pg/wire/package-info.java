/** The server's messages, taken off the connection before the driver would keep them in memory. */
@NullMarked
package dev.dbsh.pg.wire;

import org.jspecify.annotations.NullMarked;

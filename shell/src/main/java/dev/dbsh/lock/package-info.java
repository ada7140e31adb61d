/** Who waits for whom, and what all sessions do. Nothing here ever waits for a lock. */
@NullMarked
package dev.dbsh.lock;

import org.jspecify.annotations.NullMarked;

/** Where the process starts, is wired together, and ends with an exit code. */
@NullMarked
package dev.dbsh.app;

import org.jspecify.annotations.NullMarked;

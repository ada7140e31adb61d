/** Files that dbsh keeps for one user. */
@NullMarked
package dev.dbsh.files;

import org.jspecify.annotations.NullMarked;

/** Where the sequences of a database stand against the columns they feed. */
@NullMarked
package dev.dbsh.sequence;

import org.jspecify.annotations.NullMarked;

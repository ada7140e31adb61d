/** What a command has to say, before anyone decides how it looks. Depends on nothing of ours. */
@NullMarked
package dev.dbsh.report;

import org.jspecify.annotations.NullMarked;

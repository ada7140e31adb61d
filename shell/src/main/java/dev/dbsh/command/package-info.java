/** What a command is: the words it is called by, what it takes, and the report it returns. */
@NullMarked
package dev.dbsh.command;

import org.jspecify.annotations.NullMarked;

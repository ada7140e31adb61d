/** The interactive shell: prompt, line editor, history, completion, pager. The only user of JLine and Spring Shell. */
@NullMarked
package dev.dbsh.console;

import org.jspecify.annotations.NullMarked;

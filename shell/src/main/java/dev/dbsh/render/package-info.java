/** How a report looks: one renderer for each format, none of which knows the terminal. */
@NullMarked
package dev.dbsh.render;

import org.jspecify.annotations.NullMarked;

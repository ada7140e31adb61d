/** The embedded PostgreSQL and the staged incident of {@code dbsh demo}. */
@NullMarked
package dev.dbsh.demo;

import org.jspecify.annotations.NullMarked;

/** What is in a database: tables, functions, schemas and roles. Nothing here ever waits for a lock. */
@NullMarked
package dev.dbsh.catalog;

import org.jspecify.annotations.NullMarked;

/** What to do after a failure, looked up in the catalog where that tells more than the code alone. */
@NullMarked
package dev.dbsh.advice;

import org.jspecify.annotations.NullMarked;

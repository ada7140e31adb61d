/** The session itself: what it is connected to, and what the operator may set about it. */
@NullMarked
package dev.dbsh.session;

import org.jspecify.annotations.NullMarked;

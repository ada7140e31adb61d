/** Real servers, databases and transcripts for the tests. */
package dev.dbsh.testing;

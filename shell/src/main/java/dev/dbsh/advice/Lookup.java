package dev.dbsh.advice;

/** What the catalog has to say about one kind of failure. */
interface Lookup {
    Suggestion on(Mishap mishap);
}

package dev.dbsh.query;

import java.io.InputStream;

/** What a COPY that names no file reads: the lines behind it, or standard input. */
public interface CopyInput {

    /** @throws dev.dbsh.command.Refusal when there is nothing that it could read */
    InputStream open();
}

package dev.dbsh.testing;

import dev.dbsh.demo.Login;

/** One of the ways to come by a PostgreSQL. */
interface ServerSource {

    /** Whether a server of that major version can be had this way; may take as long as one look at an engine. */
    boolean offers(int major);

    /** Starts the server and answers how its superuser gets in; it ends together with this process. */
    Login start(int major);

    /** As the test log calls it. */
    String description();
}

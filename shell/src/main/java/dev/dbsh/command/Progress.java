package dev.dbsh.command;

/** Where a command says how far it is, for whoever waits for it. */
public interface Progress {
    /** Nobody looks. */
    Progress UNSEEN = (what, all) -> new Going() {
        @Override
        public void more(long done) {}

        @Override
        public void close() {}
    };

    /**
     * Begins.
     *
     * @param what the things that are gone through, {@code sequences}
     * @param all how many there are
     */
    Going begin(String what, long all);

    /** Work that is under way; may be told of from any thread. Closed, nothing of it is left to be seen. */
    interface Going extends AutoCloseable {

        /** So many things more are done. */
        void more(long done);

        @Override
        void close();
    }
}

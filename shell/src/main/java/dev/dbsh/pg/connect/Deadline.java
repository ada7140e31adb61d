package dev.dbsh.pg.connect;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a step that may hang where no timeout of the JDK reaches: name lookup, TLS, a server that drips bytes. */
final class Deadline {
    private Deadline() {}

    /**
     * Leaves the step behind on its own thread when time is up.
     *
     * @param giveUp ends the step from outside, by closing its sockets
     */
    static <T> T run(Callable<T> step, long millis, Runnable giveUp)
            throws TimeoutException, InterruptedException, ExecutionException {
        FutureTask<T> task = new FutureTask<>(step);
        Thread thread = new Thread(task, "dbsh connect");
        thread.setDaemon(true);
        thread.start();
        boolean ended = false;
        try {
            T result = task.get(millis, TimeUnit.MILLISECONDS);
            ended = true;
            return result;
        } catch (ExecutionException e) {
            ended = true;
            throw e;
        } finally {
            if (!ended) {
                giveUp.run();
            }
        }
    }
}

package dev.dbsh.demo;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A thread that starts a process and stays for as long as the process does.
 *
 * <p>The kernel's signal on the death of the parent is tied to the thread that started the child, not to its process.
 */
final class Keeper {
    private final CompletableFuture<Process> started = new CompletableFuture<>();

    Keeper(Callable<Process> start) {
        Thread thread = new Thread(() -> keep(start), "embedded-postgres-keeper");
        thread.setDaemon(true);
        thread.start();
    }

    Process process() throws IOException {
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new IOException(e.getCause());
        }
    }

    private void keep(Callable<Process> start) {
        try {
            Process process = start.call();
            started.complete(process);
            process.waitFor();
        } catch (Exception e) {
            started.completeExceptionally(e);
        }
    }
}

package dev.dbsh.pg.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/** Sends requests past the driver, and reads the answers to their statements one by one. */
public final class Exchange {
    private final ServerStream stream;

    public Exchange(ServerStream stream) {
        this.stream = stream;
    }

    public void send(Request request) throws IOException {
        stream.send(request.bytes(), request.size());
    }

    /** Waits for the answer to a statement of our own; null when it went through, else what the server says against it. */
    public @Nullable ServerErrorMessage done() throws IOException {
        return answer(false);
    }

    /** The same for a statement whose answer is wanted: it goes to the reception. */
    public @Nullable ServerErrorMessage answer(Reception reception) throws IOException {
        stream.deliverTo(reception);
        return answer(true);
    }

    private @Nullable ServerErrorMessage answer(boolean wanted) throws IOException {
        while (true) {
            int length = stream.next();
            switch (stream.type()) {
                case 'A' -> stream.notification(length);
                case 'S' -> stream.owe(length);
                case 'E' -> {
                    return error(length);
                }
                case 'C', 'I' -> {
                    take(length, wanted);
                    return null;
                }
                case 'N' -> take(length, true);
                case 'G', 'H', 'W' -> throw new IOException("the server began a copy that nobody asked for");
                case 'Z' -> throw new IOException("the server answered less than it was asked");
                default -> take(length, wanted);
            }
        }
    }

    private void take(int length, boolean wanted) throws IOException {
        if (!wanted || !stream.takes(length)) {
            stream.pass(length);
        }
    }

    private ServerErrorMessage error(int length) throws IOException {
        stream.pass(0);
        return new ServerErrorMessage(new String(stream.fields(length).body(), StandardCharsets.UTF_8));
    }

    /** Reads on to the end of the request; what comes before it nobody takes but the notices. */
    public void end() throws IOException {
        for (int length = stream.next(); stream.type() != 'Z'; length = stream.next()) {
            switch (stream.type()) {
                case 'A' -> stream.notification(length);
                case 'S' -> stream.owe(length);
                default -> stream.pass(length);
            }
        }
        stream.ready();
    }

    /** Says that the server has ended our transaction, when more of the same request is still to be read. */
    public void committed() {
        stream.status('I');
    }
}

package dev.dbsh.render;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** A program that writes until somebody stops it, for tests of how it ends. */
final class Flood {
    private Flood() {}

    public static void main(String[] arguments) throws IOException {
        try (CheckedOutput out = CheckedOutput.standardOutput(new FileOutputStream(FileDescriptor.out))) {
            for (long line = 0; ; line++) {
                out.append("line ").append(Long.toString(line)).append('\n');
            }
        } catch (OutputFailure e) {
            if (e.readerGone()) {
                System.exit(141);
            }
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}

package dev.dbsh.pg;

/**
 * A server's version as {@code server_version_num} has it.
 *
 * @param number 150018 is 15.18
 * @param text the server's own words, with the packager's
 */
public record ServerVersion(int number, String text) {
    private static final int OLDEST = 13;
    private static final int NEWEST = 18;

    public int major() {
        return number / 10_000;
    }

    public boolean atLeast(int major) {
        return major() >= major;
    }

    /** True for the versions that dbsh is tested with. */
    public boolean isSupported() {
        return major() >= OLDEST && major() <= NEWEST;
    }

    /** {@code 13 to 18}, for messages. */
    public static String supported() {
        return OLDEST + " to " + NEWEST;
    }

    @Override
    public String toString() {
        return major() + "." + number % 10_000;
    }
}

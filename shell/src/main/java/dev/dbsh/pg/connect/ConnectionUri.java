package dev.dbsh.pg.connect;

/**
 * Reads {@code postgresql://[user[:password]@][host[:port],...][/dbname][?parameter=value&...]}.
 *
 * <p>No error shows the URI: it may hold a password, also in a place where it does not belong.
 */
final class ConnectionUri {
    private static final String LONG_PREFIX = "postgresql://";
    private static final String SHORT_PREFIX = "postgres://";
    private static final String ENCODE_HINT =
            "in a user name or password write %2F for \"/\", %3A for \":\", %40 for \"@\"";

    private final String text;
    private final String origin;
    private final Parameters found = new Parameters();
    private int at;

    ConnectionUri(String text, String origin) {
        this.text = text;
        this.origin = origin;
    }

    /** 0 when it is no connection URI. */
    static int prefixLength(String text) {
        if (text.startsWith(LONG_PREFIX)) {
            return LONG_PREFIX.length();
        }
        return text.startsWith(SHORT_PREFIX) ? SHORT_PREFIX.length() : 0;
    }

    Parameters parse() {
        at = prefixLength(text);
        readCredentials();
        readHosts();
        if (peek() == '/') {
            at++;
            String name = take("?");
            if (!name.isEmpty()) {
                found.put(Keyword.DBNAME, decode(name, at - name.length(), false), origin);
            }
        }
        at++;
        String previous = "";
        while (at < text.length()) {
            previous = readParameter(previous);
        }
        return found;
    }

    private void readCredentials() {
        int end = indexOfAny("@/", at);
        if (end == text.length() || text.charAt(end) != '@') {
            return;
        }
        String user = take(":@");
        if (!user.isEmpty()) {
            found.put(Keyword.USER, decode(user, at - user.length(), false), origin);
        }
        if (peek() == ':') {
            at++;
            String password = take("@");
            if (!password.isEmpty()) {
                found.put(Keyword.PASSWORD, decode(password, at - password.length(), true), origin);
            }
        }
        at++;
    }

    private void readHosts() {
        StringBuilder hosts = new StringBuilder();
        StringBuilder ports = new StringBuilder();
        while (true) {
            hosts.append(peek() == '[' ? readBracketed() : readHost());
            if (peek() == ':') {
                at++;
                ports.append(readPort());
            }
            if (peek() != ',') {
                break;
            }
            at++;
            hosts.append(',');
            ports.append(',');
        }
        if (hosts.length() > 0) {
            found.put(Keyword.HOST, hosts.toString(), origin);
        }
        if (ports.length() > 0) {
            found.put(Keyword.PORT, ports.toString(), origin);
        }
    }

    private String readBracketed() {
        int open = at;
        int close = text.indexOf(']', open);
        if (close < 0) {
            throw invalid(
                    "end of string reached when looking for matching \"]\" in IPv6 host address in URI",
                    open,
                    "close the address with \"]\"");
        }
        if (close == open + 1) {
            throw invalid("IPv6 host address may not be empty in URI", open, "write it as [::1]");
        }
        at = close + 1;
        if (at < text.length() && ":/?,".indexOf(text.charAt(at)) < 0) {
            throw invalid(
                    "unexpected character \"" + text.charAt(at) + "\" at position " + (at + 1)
                            + " in URI (expected \":\" or \"/\")",
                    at,
                    "after the address comes a port or the database: [::1]:5432/name");
        }
        return decode(text.substring(open + 1, close), open + 1, false);
    }

    private String readHost() {
        int start = at;
        String host = decode(take(":/?,"), start, false);
        if (host.indexOf('@') >= 0) {
            throw invalid("\"@\" in a host name", start, ENCODE_HINT);
        }
        return host;
    }

    private String readPort() {
        int start = at;
        String port = decode(take("/?,"), start, true);
        for (int i = 0; i < port.length(); i++) {
            if (port.charAt(i) < '0' || port.charAt(i) > '9') {
                throw invalid("invalid port number in URI", start, ENCODE_HINT);
            }
        }
        return port;
    }

    /** Returns the keyword, so that the next error does not show the rest of a password. */
    private String readParameter(String previous) {
        int start = at;
        String pair = take("&");
        at++;
        int equals = pair.indexOf('=');
        if (equals < 0) {
            throw invalid(
                    "missing key/value separator \"=\" in URI query parameter" + shown(pair, previous),
                    start,
                    "write it as name=value, and %26 for an \"&\" in a value");
        }
        String word = decode(pair.substring(0, equals), start, false);
        if (pair.indexOf('=', equals + 1) >= 0) {
            throw invalid(
                    "extra key/value separator \"=\" in URI query parameter" + shown(word, previous),
                    start,
                    "write %3D for an \"=\" in a value");
        }
        boolean secret = Keyword.find(word).map(Keyword::isSecret).orElse(false);
        store(word, decode(pair.substring(equals + 1), start + equals + 1, secret), start, previous);
        return word;
    }

    private void store(String word, String value, int start, String previous) {
        if (word.equals("ssl") && value.equals("true")) {
            found.put(Keyword.SSLMODE, "require", origin);
            return;
        }
        RefusedProperty.check(word);
        if (!ConnectionString.isKnown(word)) {
            throw invalid(
                    "invalid URI query parameter" + shown(word, previous), start, ConnectionString.suggestion(word));
        }
        ConnectionString.store(found, word, value, origin);
    }

    private static String shown(String word, String previous) {
        boolean secret = Keyword.find(previous).map(Keyword::isSecret).orElse(false);
        return secret ? " after the password" : ": \"" + word + '"';
    }

    private String decode(String part, int start, boolean secret) {
        return PercentCode.decode(part, start + 1, secret);
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private String take(String stops) {
        int start = at;
        at = indexOfAny(stops, start);
        return text.substring(start, at);
    }

    private int indexOfAny(String stops, int from) {
        int end = from;
        while (end < text.length() && stops.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static InvalidConnection invalid(String message, int index, String hint) {
        return new InvalidConnection(message + ", column " + (index + 1), hint);
    }
}

package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same input to psql and to us: the same session, or a refusal in the same words. */
class PsqlOracleTest {
    private static final String SESSION = "select current_user || '|' || current_database() || '|'"
            + " || coalesce(host(inet_server_addr()), 'socket') || '|' || coalesce(inet_server_port(), 0) || '|'"
            + " || (select ssl from pg_stat_ssl where pid = pg_backend_pid()) || '|' || current_setting('work_mem')"
            + " || '|' || current_setting('application_name') || '|' || current_setting('timezone')"
            + " || '|' || current_setting('geqo')";

    /** {P} the port, {C} a closed port, {S} the socket directory, {H} the home directory, {R} the server's files. */
    private static final String SESSIONS = """
            # variables                              | options      | connection
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/app
            -                                        | -            | postgres://trusted@127.0.0.1:{P}/app
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/app?sslmode=disable
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/app?sslmode=require
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/app?ssl=true
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/app?requiressl=1
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/app?sslmode=allow
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/my%20db
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/per%25cent
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/Gr%C3%B6%C3%9Fe
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/a%2Fb
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/a/b
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/a=b
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/quo'te
            -                                        | -            | postgresql://trusted@/app?host={S}&port={P}
            -                                        | -            | postgresql:///app?host={S}&port={P}&user=trusted
            -                                        | -            | postgresql://127.0.0.1/app?port={P}&user=trusted
            -                                        | -            | postgresql://127.0.0.1:{P}?user=trusted&dbname=app
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/app?application_name=me
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/app?options=-c%20work_mem%3D5MB
            -                                        | -            | postgresql://trusted@nowhere:{P}/app?hostaddr=127.0.0.1
            -                                        | -            | postgresql://trusted@127.0.0.1:{C},127.0.0.1:{P}/app
            -                                        | -            | postgresql://trusted@127.0.0.1,127.0.0.1:{P}/app?connect_timeout=5
            -                                        | -            | postgresql://trusted@no.such.host.invalid:1,127.0.0.1:{P}/app
            -                                        | -            | postgresql://scram:geheim@127.0.0.1:{P}/app
            -                                        | -            | postgresql://scram2:p%40ss%3Aw%2Fo%5Crd@127.0.0.1:{P}/app
            -                                        | -            | postgresql://127.0.0.1:{P}/app?user=scram&password=geheim
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=app
            -                                        | -            | host = 127.0.0.1  port= {P} user =trusted dbname=app
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname='my db'
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=my\\ db
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname='quo\\'te'
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname='a=b'
            -                                        | -            | host='127.0.0.1'port={P} user=trusted dbname=app
            -                                        | -            | host={S} port={P} user=trusted dbname=app
            -                                        | -            | host={S} port={P} user=trusted dbname=app sslmode=verify-full
            -                                        | -            | host=127.0.0.1 port=' {P} ' user=trusted dbname=app
            -                                        | -            | host=127.0.0.1,127.0.0.1 port={C},{P} user=trusted dbname=app
            -                                        | -            | host=127.0.0.1,{S} port={C},{P} user=trusted dbname=app
            -                                        | -            | host={S},127.0.0.1 port={C},{P} user=trusted dbname=app
            -                                        | -            | hostaddr=127.0.0.1 port={P} user=trusted dbname=app
            -                                        | -            | hostaddr=127.0.0.1 host={S} port={P} user=trusted dbname=app
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=app options='-c work_mem=6MB'
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=app fallback_application_name=fall
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=app sslmode=prefer gssencmode=disable
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=app keepalives=1 keepalives_idle=3 keepalives_interval=2 keepalives_count=2 tcp_user_timeout=1000
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=app keepalives=0
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=app target_session_attrs=read-write
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=app target_session_attrs=primary
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=app target_session_attrs=prefer-standby
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=app client_encoding=UTF8
            -                                        | -            | host=db.good.test hostaddr=127.0.0.1 port={P} user=trusted dbname=app sslmode=verify-full sslrootcert={R}/ca.crt
            -                                        | -            | host=db.wrong.test hostaddr=127.0.0.1 port={P} user=trusted dbname=app sslmode=verify-ca sslrootcert={R}/ca.crt
            -                                        | -            | host=a.star.test hostaddr=127.0.0.1 port={P} user=trusted dbname=app sslmode=verify-full sslrootcert={R}/ca.crt
            -                                        | -            | host=127.0.0.1 port={P} user=trusted dbname=app sslmode=prefer sslrootcert={R}/stranger.crt
            -                                        | -            | host=127.0.0.1 port={P} user=tlsonly dbname=app sslmode=allow
            -                                        | -            | host=127.0.0.1 port={P} user=plainonly dbname=app sslmode=prefer
            -                                        | -            | host=127.0.0.1 port={P} user=certified dbname=app sslcert={R}/client.crt sslkey={H}/client.key
            -                                        | -            | host=127.0.0.1 port={P} user=scram dbname=app password=geheim channel_binding=require
            -                                        | -            | host=127.0.0.1 port={P} user=scram dbname=app
            -                                        | -            | host=127.0.0.1 port={P} user=hashed dbname=app password=alt
            PGPASSWORD=klar                          | -            | host=127.0.0.1 port={P} user=clear dbname=app
            PGPASSFILE={H}/other.pass                | -            | host=127.0.0.1 port={P} user=hashed dbname=app
            PGPASSFILE={H}/none                      | -            | host=127.0.0.1 port={P} user=trusted dbname=app
            -                                        | -            | host=127.0.0.1 port={P} user=hashed dbname=app passfile={H}/other.pass
            PGHOST=127.0.0.1 PGPORT={P} PGUSER=trusted PGDATABASE=app | - | -
            PGHOST={S} PGPORT={P} PGUSER=trusted PGDATABASE=app | -  | -
            PGHOST={S} PGPORT={P} PGUSER=trusted     | -            | app
            PGHOST={S} PGPORT={P} PGUSER=app         | -U trusted   | app
            PGHOST=nowhere PGHOSTADDR=127.0.0.1 PGPORT={P} | -U trusted | app
            PGHOST=127.0.0.1 PGPORT={P} PGAPPNAME=me | -U trusted   | app
            PGHOST=127.0.0.1 PGPORT={P} PGSSLMODE=disable | -U trusted | app
            PGHOST=127.0.0.1 PGPORT={P} PGREQUIRESSL=1 | -U tlsonly | app
            PGHOST=127.0.0.1 PGPORT={P} PGOPTIONS='-c~work_mem=7MB' | -U trusted | app
            PGHOST=127.0.0.1 PGPORT={C}              | -U trusted -p {P} | app
            PGHOST=127.0.0.1 PGPORT={C}              | -U trusted   | port={P} dbname=app
            PGTZ=Asia/Tokyo                          | -U trusted   | host=127.0.0.1 port={P} dbname=app
            PGTZ=Asia/Tokyo                          | -U trusted   | host=127.0.0.1 port={P} dbname=app sslmode=disable
            PGTZ=Asia/Tokyo                          | -U trusted   | host={S} port={P} dbname=app
            PGGEQO=off                               | -U trusted   | host={S} port={P} dbname=app
            PGHOST= PGPORT= PGUSER= PGDATABASE=      | -            | host={S} port={P} user=trusted dbname=app
            -                                        | -h 127.0.0.1 -p {P} -U trusted | app
            -                                        | -h 127.0.0.1 -p {P} -U trusted | my db
            -                                        | -h {S} -p {P} -U trusted | app
            -                                        | -h nowhere -p {C} -U nobody | host=127.0.0.1 port={P} user=trusted dbname=app
            -                                        | -h nowhere -p {C} -U trusted | postgresql://127.0.0.1:{P}/app
            -                                        | -h 127.0.0.1,127.0.0.1 -p {C},{P} -U trusted | app
            -                                        | -            | service=tcp
            -                                        | -            | postgresql://?service=tcp
            -                                        | -U postgres  | service=sock
            -                                        | -            | service=sock dbname=postgres
            -                                        | -            | service=sys
            PGSERVICE=tcp                            | -            | -
            PGSERVICE=tcp                            | -            | my db
            PGSERVICE=tcp PGDATABASE=postgres PGUSER=postgres | -   | -
            PGSERVICE=partial PGHOST=127.0.0.1 PGPORT={P} PGUSER=trusted | - | -
            PGSERVICEFILE={H}/other.conf PGSERVICE=other | -        | -
            PGSERVICEFILE={H}/other.conf             | -            | service=sys
            """;

    private static final String REFUSALS = """
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/gone
            -                                        | -            | postgresql://missing@127.0.0.1:{P}/app
            -                                        | -            | postgresql://nobody@127.0.0.1:{P}/app?sslmode=disable
            -                                        | -            | postgresql://scram:falsch@127.0.0.1:{P}/app
            -                                        | -            | postgresql://limited@127.0.0.1:{P}/app
            -                                        | -            | postgresql://nologin@127.0.0.1:{P}/app
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/closed
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/app?options=-c%20no_such%3D1
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/app?target_session_attrs=standby
            -                                        | -            | postgresql://trusted@127.0.0.1:{P}/app?target_session_attrs=read-only
            -                                        | -            | host=db.wrong.test hostaddr=127.0.0.1 port={P} user=trusted dbname=app sslmode=verify-full sslrootcert={R}/ca.crt
            -                                        | -            | postgresql://host?uzer=x
            -                                        | -            | postgresql://host?zzz
            -                                        | -            | postgresql://host?key=key=value
            -                                        | -            | postgresql://%zz
            -                                        | -            | postgresql://%
            -                                        | -            | postgresql://a%00b
            -                                        | -            | postgres://[::1
            -                                        | -            | postgres://[]
            -                                        | -            | postgres://[::1]z
            -                                        | -            | host=a b=
            -                                        | -            | host=a uzer=b
            -                                        | -            | dbname='a
            -                                        | -            | host= port
            -                                        | -            | host=a,b port=1,2,3
            -                                        | -            | host=a,b hostaddr=127.0.0.1
            -                                        | -            | host=127.0.0.1 port=abc
            -                                        | -            | host=127.0.0.1 port=0
            -                                        | -            | host=127.0.0.1 port=70000
            -                                        | -            | sslmode=verify
            -                                        | -            | channel_binding=always
            -                                        | -            | target_session_attrs=rw
            -                                        | -            | gssencmode=on
            -                                        | -            | ssl_min_protocol_version=TLS1
            -                                        | -            | ssl_min_protocol_version=TLSv1.3 ssl_max_protocol_version=TLSv1.2
            -                                        | -            | host=127.0.0.1 port={P} connect_timeout=soon
            -                                        | -            | hostaddr=db1.example
            PGSSLMODE=wrong                          | -            | app
            PGSSLMODE=                               | -            | app
            PGSERVICE=none                           | -            | -
            PGSERVICE=nested                         | -            | -
            -                                        | -            | host=no.such.host.invalid
            -                                        | -            | host=127.0.0.1 port={C}
            -                                        | -p {C}       | -
            -                                        | -h {H} -p 7  | -
            """;

    private static final ScratchServer SERVER = ScratchServer.shared();
    private static final int CLOSED = ScratchServer.freePort();

    @TempDir
    static Path home;

    @BeforeAll
    static void writeFiles() throws IOException {
        String server = "port=" + SERVER.port() + "\nuser=trusted\ndbname=app\n";
        ScratchServer.write(
                home.resolve(".pg_service.conf"),
                "# services\n[tcp]\nhost=127.0.0.1\n" + server + "[sock]\nhost=" + SERVER.sockets() + "\n" + server
                        + "[partial]\ndbname=my db\n[nested]\nservice=tcp\n");
        Files.createDirectory(home.resolve("sys"));
        ScratchServer.write(home.resolve("sys/pg_service.conf"), "[sys]\nhost=127.0.0.1\n" + server);
        ScratchServer.write(home.resolve("other.conf"), "[other]\nhost=127.0.0.1\n" + server);
        privately(".pgpass", "# passwords\nother:*:*:*:no\n127.0.0.1:" + SERVER.port() + ":*:scram:geheim\n");
        privately("other.pass", "*:*:*:hashed:alt\n");
        Files.copy(SERVER.file("client.key"), home.resolve("client.key"));
        Files.setPosixFilePermissions(home.resolve("client.key"), PosixFilePermissions.fromString("rw-------"));
    }

    private static void privately(String name, String text) throws IOException {
        Files.setPosixFilePermissions(
                ScratchServer.write(home.resolve(name), text), PosixFilePermissions.fromString("rw-------"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(textBlock = SESSIONS, delimiter = '|', nullValues = "-", quoteCharacter = '`')
    void opensTheSameSession(@Nullable String variables, @Nullable String options, @Nullable String connection) {
        Shell.Result psql = psql(variables, options, connection);

        assertThat(psql.err()).isEmpty();
        assertThat(ours(variables, options, connection)).isEqualTo(psql.out().strip());
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(textBlock = REFUSALS, delimiter = '|', nullValues = "-", quoteCharacter = '`')
    void isRefusedInTheSameWords(@Nullable String variables, @Nullable String options, @Nullable String connection) {
        Shell.Result psql = psql(variables, options, connection);

        assertThat(psql.code()).isEqualTo(2);
        assertThat(psql.err()).contains(core(ours(variables, options, connection)));
    }

    /** What is left of our message without the column, the origin and our way of naming the host. */
    private static String core(String message) {
        String words = message;
        for (String own : List.of(", column ", " (from ", ": no \"=\"", " in service file")) {
            int at = words.indexOf(own);
            words = at < 0 ? words : words.substring(0, at);
        }
        return words.startsWith("connection to ") ? words.substring(words.lastIndexOf(" failed: ") + 9) : words;
    }

    private static Shell.Result psql(
            @Nullable String variables, @Nullable String options, @Nullable String connection) {
        List<String> command =
                new ArrayList<>(List.of(ScratchServer.binaries().resolve("psql").toString(), "-XAtw", "-c", SESSION));
        command.addAll(words(options));
        if (connection != null) {
            command.add(filled(connection));
        }
        return Shell.run(variables(variables), command);
    }

    private static String ours(@Nullable String variables, @Nullable String options, @Nullable String connection) {
        Map<String, String> typed = new HashMap<>();
        List<String> words = words(options);
        for (int i = 0; i < words.size(); i += 2) {
            typed.put(words.get(i), words.get(i + 1));
        }
        ConnectRequest request = new ConnectRequest(
                typed.get("-h"),
                typed.get("-p"),
                typed.get("-U"),
                connection == null ? null : filled(connection),
                null,
                PasswordMode.NEVER);
        Surroundings machine = Surroundings.of(System.getenv());
        Connector connector = new Connector(
                new Surroundings(variables(variables), home, machine.osUser(), machine.socketDirectory()));
        try (Connection open = connector
                .open(request, new SessionDefaults("psql", List.of()), PasswordPrompt.NOBODY)
                .connection()) {
            return Opening.ask(open, SESSION);
        } catch (ConnectFailure | InvalidConnection | ConfigurationFailure e) {
            return String.valueOf(e.getMessage());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> variables(@Nullable String text) {
        Map<String, String> variables = new HashMap<>();
        variables.put("HOME", home.toString());
        variables.put("PGSYSCONFDIR", home.resolve("sys").toString());
        for (String word : words(text)) {
            int equals = word.indexOf('=');
            variables.put(
                    word.substring(0, equals),
                    word.substring(equals + 1).replace("'", "").replace('~', ' '));
        }
        return variables;
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : List.of(filled(text).split(" "));
    }

    private static String filled(String text) {
        try {
            return text.replace("{P}", Integer.toString(SERVER.port()))
                    .replace("{C}", Integer.toString(CLOSED))
                    .replace("{S}", SERVER.sockets().toRealPath().toString())
                    .replace("{H}", home.toString())
                    .replace("{R}", SERVER.sockets().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

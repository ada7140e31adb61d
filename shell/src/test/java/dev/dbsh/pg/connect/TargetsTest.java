package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetsTest {
    private final Map<String, String> variables = new HashMap<>();

    @TempDir
    Path home;

    private static final String REFUSED = """
            sslmode=verify            | invalid sslmode value: "verify" (from the connection string)
            sslmode=''                | invalid sslmode value: "" (from the connection string)
            channel_binding=always    | invalid channel_binding value: "always" (from the connection string)
            target_session_attrs=rw   | invalid target_session_attrs value: "rw" (from the connection string)
            load_balance_hosts=yes    | invalid load_balance_hosts value: "yes" (from the connection string)
            gssencmode=on             | invalid gssencmode value: "on" (from the connection string)
            sslcertmode=on            | invalid sslcertmode value: "on" (from the connection string)
            sslnegotiation=tls        | invalid sslnegotiation value: "tls" (from the connection string)
            sslnegotiation=direct     | weak sslmode "prefer" may not be used with sslnegotiation=direct (from the default)
            sslrootcert=system sslmode=require | weak sslmode "require" may not be used with sslrootcert=system (from the connection string)
            ssl_min_protocol_version=TLS1 | invalid ssl_min_protocol_version value: "TLS1" (from the connection string)
            ssl_min_protocol_version=TLSv1.3 ssl_max_protocol_version=TLSv1.2 | invalid SSL protocol version range
            require_auth=krb          | invalid require_auth value: "krb" (from the connection string)
            require_auth=md5,!none    | require_auth method "!none" cannot be mixed with non-negative methods (from the connection string)
            require_auth=!md5,none    | require_auth method "none" cannot be mixed with negative methods (from the connection string)
            require_auth=md5,md5      | require_auth method "md5" is specified more than once (from the connection string)
            connect_timeout=soon      | invalid integer value "soon" for connection option "connect_timeout" (from the connection string)
            connect_timeout=''        | invalid integer value "" for connection option "connect_timeout" (from the connection string)
            keepalives=yes            | invalid integer value "yes" for connection option "keepalives" (from the connection string)
            keepalives_idle=1.5       | invalid integer value "1.5" for connection option "keepalives_idle" (from the connection string)
            port=abc                  | invalid integer value "abc" for connection option "port" (from the connection string)
            port=0                    | invalid port number: "0" (from the connection string)
            port=65536                | invalid port number: "65536" (from the connection string)
            port=-1                   | invalid port number: "-1" (from the connection string)
            host=a,b port=1,2,3       | could not match 3 port numbers to 2 hosts
            host=a,b hostaddr=1.1.1.1 | could not match 2 host names to 1 hostaddr values
            hostaddr=db1.example      | could not parse network address "db1.example" (from the connection string)
            host=@abstract            | abstract Unix socket "@abstract" is not supported (from the connection string)
            min_protocol_version=4    | invalid min_protocol_version value: "4" (from the connection string)
            """;

    private static final String CANNOT = """
            client_encoding=LATIN1    | client_encoding "LATIN1" cannot be used: text is always exchanged in UTF8 (from the connection string)
            replication=database      | replication "database" cannot be used: a replication connection cannot run the commands of dbsh (from the connection string)
            min_protocol_version=3.2  | min_protocol_version "3.2" cannot be used: protocol 3.0 is spoken (from the connection string)
            gssdelegation=1           | gssdelegation "1" cannot be used: credentials are not delegated (from the connection string)
            """;

    private static final String CHANGED = """
            dbname=other               | u other a:7 (10.0.0.1) | require | yes
            user=u2                    | u2 shop a:7 (10.0.0.1) | require | no
            user=u2 password=q         | u2 shop a:7 (10.0.0.1) | require | yes
            host=b                     | u shop b:7             | require | no
            port=8                     | u shop a:8 (10.0.0.1)  | require | no
            dbname=other sslmode=allow | u other a:7 (10.0.0.1) | allow   | yes
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = CHANGED, delimiter = '|')
    void whatIsNotNamedStaysButThePasswordOnlyForTheSameRoleAndServer(
            String change, String expected, String sslmode, String password) {
        Target from = resolve("host=a hostaddr=10.0.0.1 port=7 user=u dbname=shop sslmode=require password=p");
        Target target = new Targets(surroundings())
                .resolve(ConnectRequest.to(change), from, from.hosts().get(0));

        assertThat(target.user() + " " + target.database() + " "
                        + target.hosts().get(0))
                .isEqualTo(expected);
        assertThat(target.tls().word()).isEqualTo(sslmode);
        assertThat(target.password() != null).isEqualTo(password.equals("yes"));
    }

    @Test
    void anotherHostAloneHasThePortOfTheHostThatOneIsOn() {
        Target from = resolve("host=a,b,c port=7,8,9 user=u dbname=shop");
        Target target = new Targets(surroundings())
                .resolve(ConnectRequest.to("host=d"), from, from.hosts().get(1));

        assertThat(target.hosts()).containsExactly(new ServerHost("d", null, 8));
    }

    private static final String HOSTS = """
            host=a                                | a:5432
            host=a port=1                         | a:1
            host=a,b,c                            | a:5432 b:5432 c:5432
            host=a,b,c port=1                     | a:1 b:1 c:1
            host=a,b,c port=1,2,3                 | a:1 b:2 c:3
            host=a,b,c port=1,,3                  | a:1 b:5432 c:3
            host=a,,c                             | a:5432 /sockets/.s.PGSQL.5432 c:5432
            host=/tmp,b                           | /tmp/.s.PGSQL.5432 b:5432
            ``                                    | /sockets/.s.PGSQL.5432
            host=''                               | /sockets/.s.PGSQL.5432
            port=' 7 '                            | /sockets/.s.PGSQL.7
            hostaddr=10.0.0.1                     | 10.0.0.1:5432
            host=a hostaddr=10.0.0.1              | a:5432 (10.0.0.1)
            host=a,b hostaddr=10.0.0.1,10.0.0.2   | a:5432 (10.0.0.1) b:5432 (10.0.0.2)
            host=a,b hostaddr=10.0.0.1,           | a:5432 (10.0.0.1) b:5432
            host=/tmp hostaddr=::1                | /tmp:5432 (::1)
            host=::1                              | [::1]:5432
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = REFUSED, delimiter = '|', quoteCharacter = '`')
    void valueThatLibpqRefusesIsRefused(String text, String message) {
        assertThatThrownBy(() -> resolve(text))
                .isInstanceOf(InvalidConnection.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = CANNOT, delimiter = '|', quoteCharacter = '`')
    void valueThatCannotBeHonouredIsConfiguration(String text, String message) {
        assertThatThrownBy(() -> resolve(text))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(textBlock = HOSTS, delimiter = '|', quoteCharacter = '`')
    void hostsAddressesAndPortsArePaired(String text, String expected) {
        StringBuilder shown = new StringBuilder();
        for (ServerHost host : resolve(text + " user=u").hosts()) {
            shown.append(shown.length() == 0 ? "" : " ").append(host);
        }
        assertThat(shown).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({"auto", "UTF8", "utf-8", "unicode", "''"})
    void utf8HasManyNames(String encoding) {
        assertThat(resolve("client_encoding='" + encoding + "'").user()).isEqualTo("osuser");
    }

    @Test
    void defaultsAreTheLoginAndItsDatabaseOnTheLocalSocket() {
        Target target = resolve(new ConnectRequest(null, null, null, null, null, PasswordMode.WHEN_NEEDED));

        assertThat(target.user()).isEqualTo("osuser");
        assertThat(target.database()).isEqualTo("osuser");
        assertThat(target.hosts()).containsExactly(new ServerHost("/sockets", null, 5432));
        assertThat(target.password()).isNull();
        assertThat(target.tls()).isEqualTo(TlsMode.PREFER);
    }

    @Test
    void databaseIsNamedAfterTheUser() {
        assertThat(resolve("user=ann").database()).isEqualTo("ann");
    }

    @Test
    void connectionStringWinsOverOptions() {
        Target target = resolve(new ConnectRequest("a", "1", "ann", "host=b dbname=d", null, PasswordMode.WHEN_NEEDED));

        assertThat(target.hosts()).containsExactly(new ServerHost("b", null, 1));
        assertThat(target.user()).isEqualTo("ann");
        assertThat(target.database()).isEqualTo("d");
    }

    @Test
    void plainNameIsADatabase() {
        assertThat(resolve(new ConnectRequest("a", null, null, "my db", null, PasswordMode.WHEN_NEEDED))
                        .database())
                .isEqualTo("my db");
    }

    @Test
    void serviceWinsOverVariablesAndLosesToWhatWasTyped() {
        ScratchServer.write(home.resolve(".pg_service.conf"), "[prod]\nhost=service\nport=1\nuser=service\n");
        variables.putAll(Map.of("PGHOST", "variable", "PGPORT", "2", "PGUSER", "variable", "PGDATABASE", "variable"));

        Target target = resolve("service=prod user=typed");

        assertThat(target.hosts()).containsExactly(new ServerHost("service", null, 1));
        assertThat(target.user()).isEqualTo("typed");
        assertThat(target.database()).isEqualTo("variable");
    }

    @Test
    void serviceMayComeFromItsVariable() {
        ScratchServer.write(home.resolve(".pg_service.conf"), "[prod]\ndbname=shop\n");
        variables.put("PGSERVICE", "prod");

        assertThat(resolve("host=h").database()).isEqualTo("shop");
    }

    @Test
    void emptyVariableIsLikeNoneForNamesButNotForChoices() {
        variables.putAll(Map.of("PGHOST", "", "PGUSER", "", "PGDATABASE", "", "PGPORT", "", "PGPASSWORD", ""));
        assertThat(resolve("").hosts()).containsExactly(new ServerHost("/sockets", null, 5432));

        variables.put("PGSSLMODE", "");
        assertThatThrownBy(() -> resolve("")).hasMessage("invalid sslmode value: \"\" (from PGSSLMODE)");
    }

    @Test
    void everyVariableOfLibpqIsKnown() {
        List<String> known = new ArrayList<>();
        for (Keyword keyword : Keyword.values()) {
            if (keyword.variable() != null) {
                known.add(keyword.variable());
            }
        }
        // https://www.postgresql.org/docs/18/libpq-envars.html, without the session settings and the file locations
        assertThat(known)
                .containsExactlyInAnyOrder(
                        ("PGHOST PGHOSTADDR PGPORT PGDATABASE PGUSER PGPASSWORD PGPASSFILE PGREQUIREAUTH"
                                        + " PGCHANNELBINDING PGSERVICE PGOPTIONS PGAPPNAME PGSSLMODE PGSSLNEGOTIATION"
                                        + " PGSSLCOMPRESSION PGSSLCERT PGSSLKEY PGSSLCERTMODE PGSSLROOTCERT PGSSLCRL"
                                        + " PGSSLCRLDIR PGSSLSNI PGREQUIREPEER PGSSLMINPROTOCOLVERSION"
                                        + " PGSSLMAXPROTOCOLVERSION PGGSSENCMODE PGKRBSRVNAME PGGSSLIB PGGSSDELEGATION"
                                        + " PGCONNECT_TIMEOUT PGCLIENTENCODING PGTARGETSESSIONATTRS PGLOADBALANCEHOSTS"
                                        + " PGMINPROTOCOLVERSION PGMAXPROTOCOLVERSION")
                                .split(" "));
    }

    @Test
    void variablesAreRead() {
        variables.putAll(Map.of("PGTARGETSESSIONATTRS", "standby", "PGSSLMODE", "verify-ca", "PGPASSWORD", "pw"));

        Target target = resolve("");

        assertThat(target.session()).isEqualTo(TargetSession.STANDBY);
        assertThat(target.tls()).isEqualTo(TlsMode.VERIFY_CA);
        assertThat(target.password()).hasToString("***");
    }

    @Test
    void oldSslVariableMeansRequireUnlessTheNewOneIsSet() {
        variables.put("PGREQUIRESSL", "1");
        assertThat(resolve("").tls()).isEqualTo(TlsMode.REQUIRE);

        variables.put("PGSSLMODE", "allow");
        assertThat(resolve("").tls()).isEqualTo(TlsMode.ALLOW);
    }

    @Test
    void systemRootsAskForFullVerification() {
        variables.put("PGSSLROOTCERT", "system");

        assertThat(resolve("").tls()).isEqualTo(TlsMode.VERIFY_FULL);
    }

    @Test
    void nameThatAServerWouldCutIsRefused() {
        assertThatThrownBy(() -> resolve("dbname=" + "ä".repeat(32)))
                .isInstanceOf(InvalidConnection.class)
                .hasMessage("database name is 64 bytes long");
    }

    @Test
    void remedyForAVariableIsToUnsetIt() {
        variables.put("PGCLIENTENCODING", "SQL_ASCII");

        assertThatThrownBy(() -> resolve(""))
                .isInstanceOfSatisfying(
                        ConfigurationFailure.class, e -> assertThat(e.hint()).isEqualTo("unset PGCLIENTENCODING"));
    }

    @Test
    void textFormOfATargetHidesThePassword() {
        assertThat(resolve("user=u password=geheim").toString()).doesNotContain("geheim");
    }

    private Target resolve(String connection) {
        return resolve(ConnectRequest.to(connection.isEmpty() ? "user=osuser" : connection));
    }

    private Target resolve(ConnectRequest request) {
        return new Connector(surroundings()).resolve(request);
    }

    private Surroundings surroundings() {
        return new Surroundings(variables, home, "osuser", Path.of("/sockets"));
    }
}

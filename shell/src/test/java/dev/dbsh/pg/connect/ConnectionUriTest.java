package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The facts of libpq's own src/interfaces/libpq/t/001_uri.pl, and what passwords do to a URI. */
class ConnectionUriTest {
    private static final String READ = """
            postgresql://uri-user:secret@host:12345/db         | user='uri-user' password='secret' dbname='db' host='host' port='12345'
            postgresql://uri-user@host:12345/db                | user='uri-user' dbname='db' host='host' port='12345'
            postgresql://uri-user@host/db                      | user='uri-user' dbname='db' host='host'
            postgresql://host:12345/db                         | dbname='db' host='host' port='12345'
            postgresql://host/db                               | dbname='db' host='host'
            postgresql://uri-user@host:12345/                  | user='uri-user' host='host' port='12345'
            postgresql://uri-user@host/                        | user='uri-user' host='host'
            postgresql://uri-user@                             | user='uri-user'
            postgresql://host:12345/                           | host='host' port='12345'
            postgresql://host:12345                            | host='host' port='12345'
            postgresql://host/                                 | host='host'
            postgresql://host                                  | host='host'
            postgresql://                                      | ``
            postgresql://?hostaddr=127.0.0.1                   | hostaddr='127.0.0.1'
            postgresql://example.com?hostaddr=63.1.2.4         | host='example.com' hostaddr='63.1.2.4'
            postgresql://%68ost/                               | host='host'
            postgresql://host/db?user=uri-user                 | user='uri-user' dbname='db' host='host'
            postgresql://host/db?user=uri-user&port=12345      | user='uri-user' dbname='db' host='host' port='12345'
            postgresql://host/db?u%73er=someotheruser&port=12345 | user='someotheruser' dbname='db' host='host' port='12345'
            postgresql://host:12345?user=uri-user              | user='uri-user' host='host' port='12345'
            postgresql://host?user=uri-user                    | user='uri-user' host='host'
            `postgresql://host? user = uri-user & port = 12345 ` | user='uri-user' host='host' port='12345'
            postgresql://host?                                 | host='host'
            postgresql://[::1]:12345/db                        | dbname='db' host='::1' port='12345'
            postgresql://[::1]/db                              | dbname='db' host='::1'
            postgresql://[2001:db8::1234]/                     | host='2001:db8::1234'
            postgresql://[200z:db8::1234]/                     | host='200z:db8::1234'
            postgresql://[::1]                                 | host='::1'
            postgres://                                        | ``
            postgres:///                                       | ``
            postgres:///db                                     | dbname='db'
            postgres://uri-user@/db                            | user='uri-user' dbname='db'
            postgres://?host=/path/to/socket/dir               | host='/path/to/socket/dir'
            postgres://@host                                   | host='host'
            postgres://host:/                                  | host='host'
            postgres://:12345/                                 | port='12345'
            postgres://otheruser@?host=/no/such/directory      | user='otheruser' host='/no/such/directory'
            postgres://otheruser@/?host=/no/such/directory     | user='otheruser' host='/no/such/directory'
            postgres://otheruser@:12345?host=/no/such/socket/path | user='otheruser' host='/no/such/socket/path' port='12345'
            postgres://otheruser@:12345/db?host=/path/to/socket | user='otheruser' dbname='db' host='/path/to/socket' port='12345'
            postgres://:12345/db?host=/path/to/socket          | dbname='db' host='/path/to/socket' port='12345'
            postgres://:12345?host=/path/to/socket             | host='/path/to/socket' port='12345'
            postgres://%2Fvar%2Flib%2Fpostgresql/dbname        | dbname='dbname' host='/var/lib/postgresql'
            postgresql://host?sslmode=disable                  | host='host' sslmode='disable'
            postgresql://host?ssl=true                         | host='host' sslmode='require'
            postgresql://host?requiressl=1                     | host='host' sslmode='require'
            postgresql://host?requiressl=0                     | host='host' sslmode='prefer'
            postgresql://a,b,c/db                              | dbname='db' host='a,b,c' port=',,'
            postgresql://a:1,b:2,[::1]:3/db                    | dbname='db' host='a,b,::1' port='1,2,3'
            postgresql://a:1,b,c:3/db                          | dbname='db' host='a,b,c' port='1,,3'
            postgresql://a,b:2/db                              | dbname='db' host='a,b' port=',2'
            postgresql://,/db                                  | dbname='db' host=',' port=','
            postgresql://u:p%40ss%3Aw%2Fo%25@host/db           | user='u' password='p@ss:w/o%' dbname='db' host='host'
            postgresql://u:p?w&=#@host/db                      | user='u' password='p?w&=#' dbname='db' host='host'
            postgresql://u:a:b@host                            | user='u' password='a:b' host='host'
            postgresql://u:@host                               | user='u' host='host'
            postgresql://:pw@host                              | password='pw' host='host'
            postgresql://host/a/b                              | dbname='a/b' host='host'
            postgresql://host/gr%C3%B6%c3%9fe                  | dbname='größe' host='host'
            postgresql://host/größe                            | dbname='größe' host='host'
            postgresql://host/a%20b                            | dbname='a b' host='host'
            postgresql://host/db?user=a&user=b                 | user='b' dbname='db' host='host'
            postgresql://host?user=                            | user='' host='host'
            postgresql://host?service=prod                     | service='prod' host='host'
            """;

    private static final String REFUSED = """
            postgresql://host/db?u%7aer=someotheruser&port=12345 | `invalid URI query parameter: "uzer", column 22`
            postgresql://host?uzer=                            | `invalid URI query parameter: "uzer", column 19`
            postgres://[::1                                    | `end of string reached when looking for matching "]" in IPv6 host address in URI, column 12`
            postgres://[]                                      | `IPv6 host address may not be empty in URI, column 12`
            postgres://[::1]z                                  | `unexpected character "z" at position 17 in URI (expected ":" or "/"), column 17`
            postgresql://host?zzz                              | `missing key/value separator "=" in URI query parameter: "zzz", column 19`
            postgresql://host?value1&value2                    | `missing key/value separator "=" in URI query parameter: "value1", column 19`
            postgresql://host?key=key=value                    | `extra key/value separator "=" in URI query parameter: "key", column 19`
            postgres://host?dbname=%XXfoo                      | `invalid percent-encoded token: "%XXfoo", column 24`
            postgresql://a%00b                                 | `forbidden value %00 in percent-encoded value: "a%00b", column 15`
            postgresql://%zz                                   | `invalid percent-encoded token: "%zz", column 14`
            postgresql://%1                                    | `invalid percent-encoded token: "%1", column 14`
            postgresql://%                                     | `invalid percent-encoded token: "%", column 14`
            postgresql://host?user user=uri-user               | `unexpected spaces found: "user user", column 23`
            `postgresql://host?port = 12345 12 `               | `unexpected spaces found: " 12345 12 ", column 31`
            postgresql://host/a b                              | `unexpected spaces found: "a b", column 20`
            postgresql://u:geheim%zz@host                      | `invalid percent-encoded token in the password, column 22`
            postgresql://u:geheim/x@host/db                    | `invalid port number in URI, column 16`
            postgresql://u:ge@heim@host/db                     | `"@" in a host name, column 19`
            postgresql://host?password=ge&heim                 | `missing key/value separator "=" in URI query parameter after the password, column 31`
            postgresql://host?password=ge&heim=1               | `invalid URI query parameter after the password, column 31`
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = READ, delimiter = '|', quoteCharacter = '`')
    void meansWhatItMeansToLibpq(String uri, String expected) {
        assertThat(shown(ConnectionString.parse(uri, "test"))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = REFUSED, delimiter = '|', quoteCharacter = '`')
    void isRefusedWithItsColumn(String uri, String message) {
        assertThatThrownBy(() -> ConnectionString.parse(uri, "test"))
                .isInstanceOf(InvalidConnection.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://h?ApplicationName=x, did you mean application_name",
        "postgresql://h?sslRootCert=x, did you mean sslrootcert",
        "postgresql://h?conect_timeout=x, did you mean connect_timeout",
        "postgresql://h?qqqqqqqqqqq=x, 'parameters are named as in libpq: host, port, dbname, user, sslmode and so on'"
    })
    void namesWhatWasProbablyMeant(String uri, String hint) {
        assertThatThrownBy(() -> ConnectionString.parse(uri, "test"))
                .isInstanceOfSatisfying(
                        InvalidConnection.class, e -> assertThat(e.hint()).isEqualTo(hint));
    }

    @Test
    void textFormOfTheParametersHidesSecrets() {
        Parameters parameters = ConnectionString.parse("postgresql://u:geheim@h?sslpassword=auchgeheim", "test");

        assertThat(parameters).hasToString("user='u' password='***' host='h' sslpassword='***'");
    }

    static String shown(Parameters parameters) {
        StringBuilder text = new StringBuilder();
        for (Keyword keyword : Keyword.values()) {
            String value = parameters.find(keyword);
            if (value != null) {
                text.append(text.length() == 0 ? "" : " ").append(keyword.word());
                text.append("='").append(value).append('\'');
            }
        }
        return text.toString();
    }
}

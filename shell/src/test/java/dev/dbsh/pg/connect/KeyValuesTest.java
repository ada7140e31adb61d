package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyValuesTest {
    private static final String READ = """
            host=h                         | host='h'
            host=h port=1 dbname=d user=u  | user='u' dbname='d' host='h' port='1'
            `  host = h   port  =1  `      | host='h' port='1'
            host='a b' dbname=''           | dbname='' host='a b'
            host='it\\'s' user='a\\\\b'    | user='a\\b' host='it's'
            host=a\\ b user=c              | user='c' host='a b'
            host=a\\                       | host='a'
            host='a'dbname=b               | dbname='b' host='a'
            user= host=h                   | user='host=h'
            host=a host=b                  | host='b'
            user=a=b                       | user='a=b'
            options='-c a=b -c c=d'        | options='-c a=b -c c=d'
            requiressl=1                   | sslmode='require'
            host=a,b port=1,2              | host='a,b' port='1,2'
            password='#%&?'                | password='#%&?'
            sslmode=quite-wrong            | sslmode='quite-wrong'
            """;

    private static final String REFUSED = """
            host                           | `missing "=" after "host" in connection info string, column 1`
            postgre://                     | `missing "=" after "postgre://" in connection info string, column 1`
            host h=1                       | `missing "=" after "host" in connection info string, column 1`
            host=a b                       | `missing "=" after "b" in connection info string, column 8`
            host='a                        | `unterminated quoted string in connection info string, column 6`
            host='a\\'                     | `unterminated quoted string in connection info string, column 6`
            hst=a                          | `invalid connection option "hst", column 1`
            host=a uzer=b                  | `invalid connection option "uzer", column 8`
            ssl=true                       | `invalid connection option "ssl", column 1`
            password=zwei worte            | `missing "=" after the password in connection info string, column 15`
            password=a b=c                 | `invalid connection option the password, column 12`
            =a                             | `invalid connection option "", column 1`
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = READ, delimiter = '|', quoteCharacter = '`')
    void meansWhatItMeansToLibpq(String text, String expected) {
        assertThat(ConnectionUriTest.shown(new KeyValues(text, "test").parse())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = REFUSED, delimiter = '|', quoteCharacter = '`')
    void isRefusedWithItsColumn(String text, String message) {
        assertThatThrownBy(() -> new KeyValues(text, "test").parse())
                .isInstanceOf(InvalidConnection.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socketFactory",
                "socketFactoryArg",
                "sslfactory",
                "SSLFactory",
                "sslfactoryarg",
                "sslhostnameverifier",
                "sslpasswordcallback",
                "authenticationPluginClassName",
                "xmlFactoryFactory",
                "loggerFile",
                "loggerLevel",
                "preferQueryMode",
                "classLoaderStrategy",
                "connectExecutor",
                "connectExecutorArg",
                "allowEncodingChanges",
                "sspiServiceClass",
                "jaasApplicationName",
                "jaasLogin"
            })
    void dangerousPropertyIsRefusedByName(String property) {
        for (String text : new String[] {
            property + "=x", "postgresql://h/d?" + property + "=x", "jdbc:postgresql://h/d?user=u&" + property + "=x"
        }) {
            assertThatThrownBy(() -> ConnectionString.parse(text, "test"))
                    .isInstanceOf(ConfigurationFailure.class)
                    .hasMessageStartingWith("connection property " + property + " is refused: ");
        }
    }

    @Test
    void jdbcUrlIsRefusedAndNotShown() {
        assertThatThrownBy(() -> ConnectionString.parse("jdbc:postgresql://h/d?password=geheim", "test"))
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessage("jdbc: URLs are refused: their properties can load classes and write files");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sslkeylogfile",
                "scram_client_key",
                "scram_server_key",
                "oauth_issuer",
                "oauth_client_id",
                "oauth_client_secret",
                "oauth_scope"
            })
    void parameterTheDriverCannotHonourIsRefusedWithItsReason(String word) {
        assertThatThrownBy(() -> new KeyValues(word + "=x", "the connection string").parse())
                .isInstanceOf(ConfigurationFailure.class)
                .hasMessageStartingWith(word + " cannot be used: ");
    }

    @Test
    void nulCharacterIsRefused() {
        assertThatThrownBy(() -> new KeyValues("user='a\0options'", "config.toml").parse())
                .isInstanceOf(InvalidConnection.class)
                .hasMessage("user holds a NUL character (from config.toml)");
    }
}

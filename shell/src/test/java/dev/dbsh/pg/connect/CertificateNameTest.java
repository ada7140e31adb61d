package dev.dbsh.pg.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNameTest {
    private static final String CASES = """
            # host             | pattern           | fits
            db.example.com     | db.example.com    | true
            DB.example.com     | db.EXAMPLE.com    | true
            db.example.com     | *.example.com     | true
            db.example.com     | *.EXAMPLE.com     | true
            a.db.example.com   | *.example.com     | false
            example.com        | *.example.com     | false
            .example.com       | *.example.com     | false
            db.example.com     | d*.example.com    | false
            db.example.com     | *                 | false
            db.example.com     | *.                | false
            db.example.com     | *.com             | false
            db.example.com     | ``                | false
            db                 | db                | true
            10.0.0.1           | 10.0.0.1          | true
            10.0.0.1           | *.0.0.1           | false
            evil.com           | db.example.com    | false
            """;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = CASES, delimiter = '|', quoteCharacter = '`')
    void starStandsForOneLabelAtTheBeginning(String host, String pattern, boolean fits) {
        assertThat(new CertificateName(host).matches(pattern)).isEqualTo(fits);
    }
}

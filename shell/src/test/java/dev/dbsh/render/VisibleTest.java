package dev.dbsh.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void plainTextIsTheSameObject() {
        String plain = "select 'ä €, 日本, 한국, e\u0301, \ud83d\udd11' from t \\ ~";

        assertThat(Visible.cell(plain)).isSameAs(plain);
        assertThat(Visible.lines("a\n\tb")).isEqualTo("a\n\tb");
    }

    @Test
    void everyControlCharacterIsShown() {
        for (int c = 0; c < 0xA0; c++) {
            if (c < ' ' || c > '~') {
                assertThat(Visible.cell("a" + (char) c + "b")).matches("a\\\\(x[0-7][0-9a-f]|u00[89][0-9a-f]|[nrt])b");
            }
        }
        assertThat(Visible.cell("\u0000\u001b\u007f\u009b\n\r\t")).isEqualTo("\\x00\\x1b\\x7f\\u009b\\n\\r\\t");
        assertThat(Visible.lines("a\r\nb\u001b")).isEqualTo("a\\r\nb\\x1b");
    }

    @Test
    void whatTurnsOrHidesTextIsShown() {
        assertThat(Visible.cell("x\u202ey\u2066z\u2069\u061c")).isEqualTo("x\\u202ey\\u2066z\\u2069\\u061c");
        assertThat(Visible.cell("a\u200bb\u200cc\ufeffd\u2060e\u00adf"))
                .isEqualTo("a\\u200bb\\u200cc\\ufeffd\\u2060e\\u00adf");
        assertThat(Visible.cell("a\u2028b\u2029c")).isEqualTo("a\\u2028b\\u2029c");
        assertThat(Visible.cell("a\udb40\udc41b")).isEqualTo("a\\U000e0041b");
        assertThat(Visible.cell("\u3164\u115f\uffa0\u180e\u034f")).isEqualTo("\\u3164\\u115f\\uffa0\\u180e\\u034f");
    }

    @Test
    void halfASurrogatePairIsShown() {
        assertThat(Visible.cell("a\ud83d")).isEqualTo("a\\ud83d");
        assertThat(Visible.cell("\udd11b")).isEqualTo("\\udd11b");
        assertThat(Visible.cell("\ud83d\ud83d\udd11")).isEqualTo("\\ud83d\ud83d\udd11");
    }

    @Test
    void byteThatBelongsToNoCharacterIsShownAsOne() {
        assertThat(Visible.cell("caf\udce9 \udcff\udc80")).isEqualTo("caf\\xe9 \\xff\\x80");
    }

    @Test
    void bytesAreShownWhateverTheirParts() throws IOException {
        byte[] bytes = ("a\u001b[2J\tb\n" + "日".repeat(5_000) + "\u202e end").getBytes(StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder();
        VisibleBytes visible = new VisibleBytes(shown);
        for (int at = 0; at < bytes.length; at += 7) {
            visible.write(bytes, at, Math.min(7, bytes.length - at));
        }
        visible.end();

        assertThat(shown.toString()).isEqualTo("a\\x1b[2J\tb\n" + "日".repeat(5_000) + "\\u202e end");
    }

    @Test
    void joinerAndSelectorPassInsideAnEmojiOnly() {
        String family = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";
        String heartOnFire = "\u2764\ufe0f\u200d\ud83d\udd25";
        String key = "1\ufe0f\u20e3";

        assertThat(Visible.cell(family)).isSameAs(family);
        assertThat(Visible.cell(heartOnFire)).isSameAs(heartOnFire);
        assertThat(Visible.cell(key)).isSameAs(key);
        assertThat(Visible.cell("ad\u200dmin")).isEqualTo("ad\\u200dmin");
        assertThat(Visible.cell("\ud83d\udc68\u200d")).isEqualTo("\ud83d\udc68\\u200d");
        assertThat(Visible.cell("\u200d\ud83d\udc68")).isEqualTo("\\u200d\ud83d\udc68");
        assertThat(Visible.cell("a\ufe0f")).isEqualTo("a\\ufe0f");
        assertThat(Visible.cell("1\ufe0f")).isEqualTo("1\\ufe0f");
        assertThat(Visible.cell("a\ufe0f\u200d\ud83d\udc68")).isEqualTo("a\\ufe0f\\u200d\ud83d\udc68");
    }
}

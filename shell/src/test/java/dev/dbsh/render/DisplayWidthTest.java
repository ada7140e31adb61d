package dev.dbsh.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    // What the wcwidth library 0.7.0 (Unicode 17) says, which is measured against terminals.
    private static final String CASES = """
            ASCII                      | 20 | public.orders_id_seq
            Latin with accents         | 16 | Müller Čapek Øre
            Latin, accents apart       | 10 | Mu\u0308ller e\u0301te\u0301
            Greek and Cyrillic         | 12 | Αθήνα Москва
            ambiguous signs            |  8 | ±×÷§°…“”
            box drawing                |  6 | ┌─┐│└┘
            arrows and maths           |  6 | →≤≥≠∞∑
            Japanese                   | 14 | 日本語テキスト
            Chinese                    | 10 | 数据库备份
            Korean                     | 10 | 안녕하세요
            half width katakana        |  4 | ｶﾀｶﾅ
            half width, voiced         |  4 | ｶﾞｷﾞ
            full width Latin           | 12 | ＡＢＣ１２３
            ideographic space          |  4 | a\u3000b
            CJK punctuation            | 12 | 「注文」、。
            Han beyond the BMP         |  6 | 𠮷野家
            Hangul in parts            |  2 | \u1112\u1161\u11ab
            Hangul in parts, two       |  4 | \u1100\u1161\u1102\u1161
            Hangul compatibility jamo  |  6 | ㅋㅋㅋ
            Bopomofo                   |  6 | ㄅㄆㄇ
            Hiragana, voice mark apart |  4 | か\u3099き\u3099
            kana extended              |  4 | ㋿㍻
            Yi                         |  4 | ꀀꀁ
            Thai                       |  7 | ภาษาไทย
            Thai with tones            |  7 | น้ำ ที่ กุ้ง
            Lao                        |  7 | ພາສາລາວ
            Khmer                      |  8 | ភាសាខ្មែរ
            Burmese                    |  5 | မြန်မာ
            Devanagari cluster         |  2 | क्षि
            Devanagari word            |  4 | हिन्दी
            Tamil                      |  4 | தமிழ்
            Bengali                    |  4 | বাংলা
            Telugu                     |  5 | తెలుగు
            Gujarati                   |  6 | ગુજરાતી
            Sinhala                    |  4 | සිංහල
            Tibetan                    |  5 | བོད་སྐད
            Hebrew                     |  4 | שלום
            Hebrew with points         |  4 | שָׁלוֹם
            Arabic                     |  5 | مرحبا
            Arabic with marks          |  4 | مُحَمَّد
            Persian                    | 11 | پایگاه داده
            mixed directions           | 10 | id=1042 שם
            smiley                     |  2 | 😀
            key                        |  9 | key 🔑 ok
            check mark, wide           |  5 | ✅ ok
            check mark, narrow         |  4 | ✔ ok
            heart as text              |  1 | ❤
            heart as picture           |  2 | ❤\ufe0f
            warning as picture         |  4 | ⚠\ufe0f 3
            keycap                     |  2 | 1\ufe0f\u20e3
            flag                       |  2 | 🇩🇪
            two flags                  |  4 | 🇩🇪🇫🇷
            skin tone                  |  2 | 👍🏽
            family                     |  2 | 👨\u200d👩\u200d👧
            family of four             |  2 | 👨\u200d👩\u200d👧\u200d👦
            health worker              |  2 | 👩🏽\u200d⚕\ufe0f
            heart on fire              |  2 | ❤\ufe0f\u200d🔥
            rainbow flag               |  2 | 🏳\ufe0f\u200d🌈
            pirate flag                |  2 | 🏴\u200d☠\ufe0f
            watch and hourglass        |  4 | ⌚⏳
            mahjong and cards          |  5 | 🀄🂡🃏
            enclosed                   |  5 | ①㊙🈁
            stacked marks              |  2 | a\u0300\u0301\u0302\u0323b
            circle around              |  2 | a\u20ddb
            soft hyphen                |  5 | co\u00adop
            zero width space           |  2 | a\u200bb
            word joiner and BOM        |  3 | a\u2060b\ufeffc
            new emoji                  |  4 | 🫠🫨
            Braille                    |  5 | ⠓⠑⠇⠇⠕
            musical, maths letters     |  3 | 𝄞𝐀𝟙
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = CASES, delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = true)
    void widthIsWhatATerminalShows(String name, int cells, String text) {
        assertThat(DisplayWidth.of(text)).as(name).isEqualTo(cells);
    }

    @Test
    void emptyTextHasNoWidth() {
        assertThat(DisplayWidth.of("")).isZero();
    }

    @Test
    void cutsOfAnySequenceAreMeasuredWithoutComplaint() {
        String all = "\ud83d\udc68\u200d\ud83d\udc69\ufe0f\u20e3\u094d\u0915\u093f\u1112\ud83c\udde9\ud83c\udffd\u3099";
        for (int from = 0; from < all.length(); from++) {
            for (int to = from; to <= all.length(); to++) {
                assertThat(DisplayWidth.of(all.substring(from, to))).isBetween(0, 2 * (to - from));
            }
        }
    }
}

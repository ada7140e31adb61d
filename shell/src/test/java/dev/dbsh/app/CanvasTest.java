package dev.dbsh.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dbsh.render.Output;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What is sent to a terminal that shows one text after the other at the same place. */
class CanvasTest {
    private final StringBuilder sent = new StringBuilder();
    private final Canvas canvas = new Canvas(new Screen());

    @Test
    void secondTextGoesOverTheFirst() throws IOException {
        canvas.paint("one\ntwo\n", 80, 24);
        assertThat(taken()).isEqualTo("one\033[K\ntwo\033[K\n\033[J");

        canvas.paint("three\n", 80, 24);
        assertThat(taken()).isEqualTo("\r\033[2Athree\033[K\n\033[J");

        canvas.paint("four\n", 80, 24);
        assertThat(taken()).isEqualTo("\r\033[1Afour\033[K\n\033[J");
    }

    @Test
    void lineThatIsWiderThanTheTerminalTakesSeveral() throws IOException {
        canvas.paint("0123456789a\n\033[31m漢字\033[0m\n\n", 10, 24);
        taken();

        canvas.paint("x\n", 10, 24);

        assertThat(taken()).startsWith("\r\033[4Ax");
    }

    @Test
    void textThatIsHigherThanTheTerminalKeepsItsEnd() throws IOException {
        canvas.paint("t\n\na\nb\nc\nd\ne\n\nverdict\ntry: 1\ntry: 2\n", 80, 10);

        assertThat(taken().replace("\033[K", "").replace("\033[J", ""))
                .isEqualTo("t\n\na\nb\n\033[0m... 3 more lines\n\nverdict\ntry: 1\ntry: 2\n");
    }

    private String taken() {
        String text = sent.toString();
        sent.setLength(0);
        return text;
    }

    private final class Screen implements Output {
        @Override
        public Integer width() {
            return 80;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            throw new AssertionError("texts only");
        }

        @Override
        public boolean isLeft() {
            return false;
        }

        @Override
        public void endReport() {}

        @Override
        public Appendable append(CharSequence text) {
            sent.append(text);
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) {
            sent.append(text, start, end);
            return this;
        }

        @Override
        public Appendable append(char c) {
            sent.append(c);
            return this;
        }

        @Override
        public void flush() {}
    }
}

package dev.dbsh.app;

import dev.dbsh.command.Refusal;
import dev.dbsh.render.Format;
import dev.dbsh.render.Palette;
import dev.dbsh.report.Nearest;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a call wants its reports: {@code --format}, {@code --color}, and what the terminal can show. */
final class Look {
    private Look() {}

    static String format(Call call) {
        String word = call.value(CallOption.FORMAT);
        if (word == null) {
            return Format.TABLE.word();
        }
        if (Format.find(word).isEmpty()) {
            throw Refusal.usage(
                    "there is no format " + word,
                    Nearest.to(word, Format.words())
                            .map(near -> "did you mean " + near + "?")
                            .orElse("it takes " + String.join(", ", Format.words())));
        }
        return word;
    }

    static Palette palette(Call call, Tty tty, Map<String, String> environment) {
        @Nullable String when = call.value(CallOption.COLOR);
        return switch (when == null ? "auto" : when) {
            case "always" -> Palette.COLOUR;
            case "never" -> Palette.PLAIN;
            case "auto" -> {
                boolean shown = !call.has(CallOption.OUTPUT) && tty.hasColours(environment);
                yield shown ? Palette.COLOUR : Palette.PLAIN;
            }
            default -> throw Refusal.usage("there is no --color " + when, "it takes auto, always or never");
        };
    }

    /** Why a file could not be opened: the JDK's own message is often the bare path. */
    static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such directory";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = e instanceof FileSystemException file ? file.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}

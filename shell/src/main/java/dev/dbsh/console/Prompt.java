package dev.dbsh.console;

import dev.dbsh.command.TimeSpan;
import dev.dbsh.command.WriteMode;
import dev.dbsh.pg.Server;
import dev.dbsh.pg.Session;
import dev.dbsh.render.Visible;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.jline.PromptProvider;

/** {@code [production] app@db1/shop as reader=*> }, {@code app@db1/shop write 14m =# }: where, as whom, and what a statement would meet. */
final class Prompt implements PromptProvider {
    private static final String CONTINUED = "-> ";

    private final Terminal terminal;
    private final Supplier<Place> place;
    private final Session session;
    private final WriteMode write;
    private volatile boolean expected = true;
    private int indent;

    Prompt(Terminal terminal, ReplParts parts) {
        this.terminal = terminal;
        this.place = parts.place();
        this.session = parts.session();
        this.write = parts.write();
    }

    /** Says that the connection that was awaited did not come. */
    void notConnected() {
        expected = false;
    }

    @Override
    public AttributedString getPrompt() {
        Place here = place.get();
        Optional<Server> server = session.findServer();
        AttributedStringBuilder prompt = new AttributedStringBuilder();
        if (here.environment() != null) {
            prompt.styled(style(here.colour()), "[" + Visible.cell(here.environment()) + "]")
                    .append(' ');
        }
        prompt.append(Visible.cell(here.user() + "@" + here.host() + "/" + here.database()));
        server.filter(known -> !known.user().equals(known.systemUser()))
                .ifPresent(known -> prompt.append(" as ").append(Visible.cell(known.user())));
        return prompt.append(server.map(this::state).orElseGet(this::withoutServer))
                .append(' ')
                .toAttributedString();
    }

    /** The same as the line editor takes it, to which a percent sign begins a directive. */
    String forEditor() {
        AttributedString shown = getPrompt();
        indent = Math.max(0, shown.columnLength() - CONTINUED.length());
        return shown.toAnsi(terminal).replace("%", "%%");
    }

    /** What stands before the second line and those after it, aligned with the first. */
    String continued() {
        return " ".repeat(indent) + CONTINUED;
    }

    /** The same as the line editor takes it: it puts the sign in for what is open. */
    String continuedForEditor() {
        return " ".repeat(indent) + "%M> ";
    }

    private String state(Server server) {
        expected = false;
        String transaction = switch (session.transaction()) {
            case NONE -> "";
            case OPEN -> "*";
            case FAILED -> "!";
        };
        // A transaction that began before the time was over may still write.
        boolean writes = server.mayWrite() && !(write.isOver() && transaction.isEmpty());
        return (writes ? timeLeft() : "") + "=" + transaction + (writes ? "#" : ">");
    }

    private String timeLeft() {
        return write.left().map(left -> " write " + TimeSpan.words(left) + " ").orElse("");
    }

    // Until the first connection stands or has failed, the prompt shows what it is going to be.
    private String withoutServer() {
        return expected ? "=>" : "!?>";
    }

    private static AttributedStyle style(@Nullable String colour) {
        AttributedStyle bold = AttributedStyle.BOLD;
        if (colour == null) {
            return bold;
        }
        return switch (colour) {
            case "red" -> bold.foreground(AttributedStyle.WHITE).background(AttributedStyle.RED);
            case "green" -> bold.foreground(AttributedStyle.GREEN);
            case "yellow" -> bold.foreground(AttributedStyle.BLACK).background(AttributedStyle.YELLOW);
            case "blue" -> bold.foreground(AttributedStyle.BLUE);
            case "magenta" -> bold.foreground(AttributedStyle.MAGENTA);
            case "cyan" -> bold.foreground(AttributedStyle.CYAN);
            default -> bold;
        };
    }
}

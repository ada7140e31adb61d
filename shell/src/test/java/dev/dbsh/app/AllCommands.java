package dev.dbsh.app;

import dev.dbsh.command.CommandTable;
import dev.dbsh.command.Progress;
import dev.dbsh.command.Settings;
import dev.dbsh.pg.Session;
import dev.dbsh.pg.connect.Connector;
import dev.dbsh.pg.connect.Surroundings;
import dev.dbsh.render.Format;
import dev.dbsh.session.Connections;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The commands as the program has them, with nobody connected. */
final class AllCommands {
    private AllCommands() {}

    static CommandTable table() {
        Session session = new Session();
        Connections connections =
                new Connections(session, new Connector(Surroundings.of(Map.of("HOME", "/nonexistent"))));
        return new Wiring(
                        session,
                        new Settings(Format.words()),
                        connections,
                        new Wiring.Outside(
                                List::of,
                                notice -> {},
                                () -> BatchOperator.NOBODY,
                                Progress.UNSEEN,
                                InputStream.nullInputStream(),
                                Path.of("/nonexistent")))
                .table();
    }
}

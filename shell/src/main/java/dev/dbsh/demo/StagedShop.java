package dev.dbsh.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** The shop database with everything that went wrong in it, except the sessions. */
final class StagedShop {
    static final String DATABASE = "shop";
    private static final String FAILING = "V8__one_account_per_address";

    private StagedShop() {}

    /** Makes the accounts and the database, and returns where it is. */
    static Login create(Login superuser) throws SQLException, IOException {
        try (Connection connection = superuser.open("demo-setup");
                PreparedStatement password =
                        connection.prepareStatement("select set_config('demo.password', ?, false)");
                Statement statement = connection.createStatement()) {
            password.setString(1, superuser.password());
            password.execute();
            Script.run("roles.sql", connection);
            statement.execute("create database shop owner shop");
        }
        Login shop = superuser.to(DATABASE);
        migrate(shop.as("shop"));
        try (Connection connection = shop.open("demo-setup")) {
            Script.run("incident.sql", connection);
        }
        return shop;
    }

    private static void migrate(Login owner) {
        FluentConfiguration configuration = Flyway.configure(StagedShop.class.getClassLoader())
                .loggers(FlywaySilence.class.getName())
                .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
                .locations("classpath:dev/dbsh/demo/migration");
        // Otherwise Flyway's own open transaction is what the concurrent index waits for.
        configuration
                .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                .setTransactionalLock(false);
        try {
            configuration.load().migrate();
        } catch (FlywayException e) {
            // One failed migration is part of the incident; any other one is a fault of the demo.
            if (!String.valueOf(e.getMessage()).contains(FAILING)) {
                throw e;
            }
            return;
        }
        throw new IllegalStateException(FAILING + " succeeded");
    }
}

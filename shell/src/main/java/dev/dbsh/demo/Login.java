package dev.dbsh.demo;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where a server is, and who one is there. */
public record Login(String host, int port, String database, String user, String password) {

    public Login to(String otherDatabase) {
        return new Login(host, port, otherDatabase, user, password);
    }

    public Login as(String otherUser) {
        return new Login(host, port, database, otherUser, password);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** The words that libpq and dbsh take as a connection, without the password. */
    public String conninfo() {
        return "host=" + host + " port=" + port + " dbname=" + database + " user=" + user;
    }

    public Connection open(String applicationName) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", applicationName);
        return DriverManager.getConnection(jdbcUrl(), properties);
    }

    @Override
    public String toString() {
        return conninfo();
    }
}

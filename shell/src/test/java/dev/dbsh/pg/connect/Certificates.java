package dev.dbsh.pg.connect;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An authority, a server certificate for db.good.test and 127.0.0.2, client certificates, and a stranger's authority. */
final class Certificates {
    private final Path directory;

    private Certificates(Path directory) {
        this.directory = directory;
    }

    static void create(Path directory) {
        Certificates certificates = new Certificates(directory);
        certificates.authority("ca");
        certificates.authority("stranger");
        certificates.signed("server", "/CN=db.good.test", "DNS:db.good.test,DNS:*.star.test,IP:127.0.0.2", "ca");
        certificates.signed("client", "/CN=certified", "DNS:client.test", "ca");
        certificates.elliptic();
        certificates.keyForms();
    }

    private void authority(String name) {
        openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=" + name + " authority");
        rename(name);
    }

    private void rename(String name) {
        Shell.asServer(List.of("mv", path("new.key"), path(name + ".key")));
        Shell.asServer(List.of("mv", path("new.crt"), path(name + ".crt")));
    }

    private void signed(String name, String subject, String names, String authority) {
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                subject,
                "-addext",
                "subjectAltName=" + names,
                "-addext",
                "basicConstraints=critical,CA:false",
                "-CA",
                path(authority + ".crt"),
                "-CAkey",
                path(authority + ".key"));
        rename(name);
    }

    /** The client's key in each form that OpenSSL writes. */
    private void keyForms() {
        String key = path("client.key");
        Shell.asServer(List.of("openssl", "rsa", "-in", key, "-traditional", "-out", path("pkcs1.key")));
        Shell.asServer(List.of("openssl", "pkey", "-in", key, "-outform", "DER", "-out", path("der.key")));
        Shell.asServer(List.of(
                "openssl", "pkcs8", "-topk8", "-in", key, "-passout", "pass:sesam", "-out", path("encrypted.key")));
    }

    /** An elliptic curve key in its old form, with the curve in a block before it. */
    private void elliptic() {
        Shell.asServer(List.of("openssl", "ecparam", "-name", "prime256v1", "-genkey", "-out", path("elliptic.key")));
        openssl(
                "req",
                "-x509",
                "-nodes",
                "-key",
                path("elliptic.key"),
                "-days",
                "2",
                "-subj",
                "/CN=certified",
                "-CA",
                path("ca.crt"),
                "-CAkey",
                path("ca.key"));
        Shell.asServer(List.of("mv", path("new.crt"), path("elliptic.crt")));
    }

    private void openssl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keyout", path("new.key"), "-out", path("new.crt")));
        Shell.asServer(command);
    }

    private String path(String name) {
        return directory.resolve(name).toString();
    }
}

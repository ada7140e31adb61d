package dev.dbsh.pg.connect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CRL;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificate files of a target, by libpq's names and defaults in {@code ~/.postgresql}. */
final class TlsFiles {
    private final Target target;
    private final Path directory;

    TlsFiles(Target target, Surroundings surroundings) {
        this.target = target;
        this.directory = surroundings.home().resolve(".postgresql");
    }

    /**
     * Null when there is nothing to check a certificate against. As in libpq a root file that exists is used in every
     * mode, so {@code require} then verifies the authority.
     */
    @Nullable
    X509TrustManager authorities() {
        String named = target.parameters().filled(Keyword.SSLROOTCERT);
        if ("system".equals(named)) {
            return trustManager("the system's trusted roots", factory -> factory.init((KeyStore) null));
        }
        Path file = named == null ? directory.resolve("root.crt") : Path.of(named);
        if (!Files.exists(file)) {
            if (target.tls().verifies()) {
                throw new ConfigurationFailure(
                        "root certificate file \"" + file + "\" does not exist",
                        "provide the file, use sslrootcert=system, or change sslmode");
            }
            return null;
        }
        return trustManager(file.toString(), factory -> factory.init(new CertPathTrustManagerParameters(roots(file))));
    }

    private interface Step {
        void init(TrustManagerFactory factory) throws GeneralSecurityException;
    }

    private static X509TrustManager trustManager(String source, Step step) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            step.init(factory);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509TrustManager usable) {
                    return usable;
                }
            }
            throw new GeneralSecurityException("no X.509 trust manager");
        } catch (GeneralSecurityException e) {
            throw new ConfigurationFailure(
                    "could not read root certificates from " + source + ": " + e.getMessage(),
                    "the file holds certificates in PEM form: openssl x509 -in FILE -text");
        }
    }

    private PKIXBuilderParameters roots(Path file) throws GeneralSecurityException {
        Set<TrustAnchor> anchors = new HashSet<>();
        for (X509Certificate certificate : certificates(file)) {
            anchors.add(new TrustAnchor(certificate, null));
        }
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, null);
        List<CRL> revoked = revocations();
        parameters.setRevocationEnabled(!revoked.isEmpty());
        if (!revoked.isEmpty()) {
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(revoked)));
        }
        return parameters;
    }

    private List<CRL> revocations() throws GeneralSecurityException {
        String file = target.parameters().filled(Keyword.SSLCRL);
        String folder = target.parameters().filled(Keyword.SSLCRLDIR);
        Path usual = directory.resolve("root.crl");
        List<Path> paths = new ArrayList<>();
        if (file != null) {
            paths.add(Path.of(file));
        }
        if (folder != null) {
            paths.addAll(listing(Path.of(folder)));
        }
        if (file == null && folder == null && Files.exists(usual)) {
            paths.add(usual);
        }
        List<CRL> revoked = new ArrayList<>();
        for (Path path : paths) {
            try (InputStream stream = Files.newInputStream(path)) {
                revoked.addAll(CertificateFactory.getInstance("X.509").generateCRLs(stream));
            } catch (IOException e) {
                throw unreadable("certificate revocation list", path, e);
            }
        }
        return revoked;
    }

    private static List<Path> listing(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw unreadable("certificate revocation directory", folder, e);
        }
    }

    static List<X509Certificate> certificates(Path file) throws GeneralSecurityException {
        List<X509Certificate> certificates = new ArrayList<>();
        try (InputStream stream = Files.newInputStream(file)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                certificates.add((X509Certificate) certificate);
            }
        } catch (IOException e) {
            throw unreadable("certificate file", file, e);
        }
        if (certificates.isEmpty()) {
            throw new GeneralSecurityException("no certificate in it");
        }
        return certificates;
    }

    static ConfigurationFailure unreadable(String what, Path path, IOException e) {
        return new ConfigurationFailure(
                what + " \"" + path + "\" cannot be read: " + FileTrouble.words(e), "ls -l " + path);
    }

    /** The client's own certificate and key; null when it has none, as in libpq. */
    @Nullable
    ClientKey clientKey() {
        Parameters parameters = target.parameters();
        if (parameters.or(Keyword.SSLCERTMODE, "allow").equals("disable")) {
            return null;
        }
        String certificate = parameters.filled(Keyword.SSLCERT);
        Path certificateFile = certificate == null ? directory.resolve("postgresql.crt") : Path.of(certificate);
        if (!Files.exists(certificateFile)) {
            return null;
        }
        String key = parameters.filled(Keyword.SSLKEY);
        Path keyFile = key == null ? directory.resolve("postgresql.key") : Path.of(key);
        return ClientKey.read(certificateFile, keyFile, parameters.filled(Keyword.SSLPASSWORD));
    }
}

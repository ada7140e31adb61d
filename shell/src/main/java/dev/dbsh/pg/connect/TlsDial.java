package dev.dbsh.pg.connect;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The TLS side of one attempt. */
final class TlsDial {
    private static final String[] VERSIONS = {"TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3"};

    private final Target target;
    private final ServerHost host;
    private final TlsFiles files;
    private volatile @Nullable ClientKey clientKey;
    private volatile @Nullable SSLSocket socket;

    TlsDial(Target target, ServerHost host, Surroundings surroundings) {
        this.target = target;
        this.host = host;
        this.files = new TlsFiles(target, surroundings);
    }

    TlsSocket encrypt(Socket plain, SessionStreams streams) throws IOException {
        SSLSocket encrypted =
                (SSLSocket) context().getSocketFactory().createSocket(plain, host.name(), host.port(), true);
        encrypted.setEnabledProtocols(versions());
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setServerNames(serverNames());
        encrypted.setSSLParameters(parameters);
        socket = encrypted;
        return new TlsSocket(encrypted, streams);
    }

    /** Empty for what is no DNS name: an address, a directory, a name with an underscore. */
    private List<SNIServerName> serverNames() {
        if (target.parameters().or(Keyword.SSLSNI, "1").startsWith("0") || CertificateName.isAddress(host.name())) {
            return List.of();
        }
        try {
            return List.of(new SNIHostName(host.name()));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private SSLContext context() {
        ClientKey key = files.clientKey();
        clientKey = key;
        CertificateName name = target.tls() == TlsMode.VERIFY_FULL ? new CertificateName(host.name()) : null;
        X509TrustManager authorities = files.authorities();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    key == null ? new KeyManager[0] : new KeyManager[] {key},
                    new TrustManager[] {new ServerTrust(authorities, name)},
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ConfigurationFailure("this Java has no usable TLS: " + e.getMessage(), "use another Java");
        }
    }

    private String[] versions() {
        int least = index(target.parameters().or(Keyword.SSL_MIN_PROTOCOL_VERSION, "TLSv1.2"), 0);
        int most = index(target.parameters().or(Keyword.SSL_MAX_PROTOCOL_VERSION, ""), VERSIONS.length - 1);
        List<String> versions = new ArrayList<>();
        for (int i = least; i <= most; i++) {
            versions.add(VERSIONS[i]);
        }
        return versions.toArray(new String[0]);
    }

    private static int index(String version, int fallback) {
        for (int i = 0; i < VERSIONS.length; i++) {
            if (VERSIONS[i].equalsIgnoreCase(version)) {
                return i;
            }
        }
        return fallback;
    }

    boolean hasBegun() {
        return socket != null;
    }

    /** For {@code sslcertmode=require}. */
    boolean clientCertificateWasAsked() {
        ClientKey key = clientKey;
        return key != null && key.wasAsked();
    }

    /** Protocol and cipher of a finished handshake; null without TLS. */
    @Nullable
    String session() {
        SSLSocket encrypted = socket;
        return encrypted == null || encrypted.isClosed()
                ? null
                : encrypted.getSession().getProtocol()
                        + ' '
                        + encrypted.getSession().getCipherSuite();
    }
}

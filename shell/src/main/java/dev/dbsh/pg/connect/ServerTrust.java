package dev.dbsh.pg.connect;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Decides whether the server's certificate is good enough for the sslmode. */
final class ServerTrust extends X509ExtendedTrustManager {
    private final @Nullable X509TrustManager authorities;
    private final @Nullable CertificateName name;

    /**
     * @param authorities null accepts any certificate
     * @param name null accepts a certificate for any host
     */
    ServerTrust(@Nullable X509TrustManager authorities, @Nullable CertificateName name) {
        this.authorities = authorities;
        this.name = name;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        if (authorities != null) {
            try {
                authorities.checkServerTrusted(chain, type);
            } catch (CertificateException e) {
                throw new TlsRefusal(
                        Trouble.Kind.TLS_UNTRUSTED, "server certificate is not trusted: " + rootWords(e), e);
            }
        }
        if (name != null) {
            name.check(chain[0]);
        }
    }

    private static String rootWords(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String words = root.getMessage();
        return words == null ? root.getClass().getSimpleName() : words;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        throw new CertificateException("dbsh is no TLS server");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}

package dev.dbsh.pg.connect;

import java.security.cert.CertificateException;
import org.jspecify.annotations.Nullable;

/** The server's certificate is not good enough; travels through the TLS engine, which takes no other exception. */
final class TlsRefusal extends CertificateException {
    private final Trouble.Kind kind;

    TlsRefusal(Trouble.Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    Trouble.Kind kind() {
        return kind;
    }
}

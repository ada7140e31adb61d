package dev.dbsh.pg.connect;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Compares a host name with the names in a certificate, by libpq's rules. */
final class CertificateName {
    private static final int DNS = 2;
    private static final int IP = 7;

    private final String host;

    CertificateName(String host) {
        this.host = host;
    }

    /** Throws {@link TlsRefusal} when no name fits. */
    void check(X509Certificate certificate) throws TlsRefusal {
        List<String> names = new ArrayList<>();
        boolean address = isAddress();
        boolean commonNameCounts = true;
        for (List<?> entry : alternativeNames(certificate)) {
            int type = (Integer) entry.get(0);
            if (type == DNS || type == IP) {
                String name = (String) entry.get(1);
                names.add(name);
                commonNameCounts &= type != (address ? IP : DNS);
                if (type == DNS ? matches(name) : address && sameAddress(name)) {
                    return;
                }
            }
        }
        if (commonNameCounts) {
            String commonName = commonName(certificate);
            if (!commonName.isEmpty()) {
                names.add(commonName);
            }
            if (matches(commonName)) {
                return;
            }
        }
        throw new TlsRefusal(
                Trouble.Kind.TLS_HOST_NAME,
                "server certificate for " + quoted(names) + " does not match host name \"" + host + '"',
                null);
    }

    /** A star stands for one label at the beginning: {@code *.example.com}. */
    boolean matches(String pattern) {
        if (pattern.equalsIgnoreCase(host)) {
            return !pattern.isEmpty();
        }
        if (isAddress() || pattern.length() < 3 || !pattern.startsWith("*.")) {
            return false;
        }
        String rest = pattern.substring(1).toLowerCase(Locale.ROOT);
        int dot = host.indexOf('.');
        return dot > 0 && host.substring(dot).toLowerCase(Locale.ROOT).equals(rest);
    }

    /** Literal addresses only: nothing is looked up. */
    static boolean isAddress(String host) {
        if (host.indexOf(':') >= 0) {
            return true;
        }
        for (int i = 0; i < host.length(); i++) {
            char character = host.charAt(i);
            if (character != '.' && (character < '0' || character > '9')) {
                return false;
            }
        }
        return host.indexOf('.') > 0;
    }

    private boolean isAddress() {
        return isAddress(host);
    }

    private boolean sameAddress(String name) {
        try {
            return InetAddress.getByName(name).equals(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static Collection<List<?>> alternativeNames(X509Certificate certificate) throws TlsRefusal {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            throw new TlsRefusal(Trouble.Kind.TLS_HOST_NAME, "server certificate cannot be read", e);
        }
    }

    private static String commonName(X509Certificate certificate) {
        try {
            List<Rdn> parts = new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
            for (int i = parts.size() - 1; i >= 0; i--) {
                if (parts.get(i).getType().equalsIgnoreCase("CN")) {
                    return parts.get(i).getValue().toString();
                }
            }
            return "";
        } catch (InvalidNameException e) {
            return "";
        }
    }

    private static String quoted(List<String> names) {
        if (names.isEmpty()) {
            return "no name";
        }
        int more = names.size() - 1;
        String first = '"' + names.get(0) + '"';
        return more == 0 ? first : first + " (and " + more + " other " + (more == 1 ? "name)" : "names)");
    }
}

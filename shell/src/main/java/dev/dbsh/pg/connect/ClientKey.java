package dev.dbsh.pg.connect;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** The client's certificate with its private key, offered to any server that asks for one. */
final class ClientKey extends X509ExtendedKeyManager {
    private static final String ALIAS = "client";

    private final X509Certificate[] chain;
    private final PrivateKey key;
    private volatile boolean asked;

    private ClientKey(X509Certificate[] chain, PrivateKey key) {
        this.chain = chain;
        this.key = key;
    }

    static ClientKey read(Path certificateFile, Path keyFile, @Nullable String password) {
        checkMode(certificateFile, keyFile);
        try {
            List<X509Certificate> chain = TlsFiles.certificates(certificateFile);
            PrivateKey key =
                    new PrivateKeyFile(Files.readAllBytes(keyFile), chain.get(0).getPublicKey()).key(password);
            return new ClientKey(chain.toArray(new X509Certificate[0]), key);
        } catch (IOException e) {
            throw TlsFiles.unreadable("private key file", keyFile, e);
        } catch (GeneralSecurityException e) {
            throw new ConfigurationFailure(
                    "could not load certificate \"" + certificateFile + "\" with private key file \"" + keyFile + "\": "
                            + e.getMessage(),
                    "convert the key: openssl pkcs8 -topk8 -in " + keyFile + " -out NEW, and set sslkey=NEW");
        }
    }

    /** Root may share a key with a group, everybody else keeps it private. */
    private static void checkMode(Path certificateFile, Path keyFile) {
        if (!Files.exists(keyFile)) {
            throw new ConfigurationFailure(
                    "certificate present, but not private key file \"" + keyFile + '"',
                    "set sslkey=FILE, or sslcertmode=disable to leave \"" + certificateFile + "\" out");
        }
        try {
            PosixFileAttributes attributes = Files.readAttributes(keyFile, PosixFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new ConfigurationFailure(
                        "private key file \"" + keyFile + "\" is not a regular file", "ls -ld " + keyFile);
            }
            boolean roots = attributes.owner().getName().equals("root");
            Set<PosixFilePermission> permissions = attributes.permissions();
            permissions.remove(PosixFilePermission.OWNER_READ);
            permissions.remove(PosixFilePermission.OWNER_WRITE);
            if (roots) {
                permissions.remove(PosixFilePermission.GROUP_READ);
            }
            permissions.remove(PosixFilePermission.OWNER_EXECUTE);
            if (!permissions.isEmpty()) {
                throw new ConfigurationFailure(
                        "private key file \"" + keyFile + "\" has group or world access", "chmod 600 " + keyFile);
            }
        } catch (IOException e) {
            throw TlsFiles.unreadable("private key file", keyFile, e);
        }
    }

    /** Whether the server wanted a certificate: {@code sslcertmode=require} insists on that. */
    boolean wasAsked() {
        return asked;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
        asked = true;
        return List.of(types).contains(key.getAlgorithm()) || types.length == 0 ? ALIAS : null;
    }

    @Override
    public String[] getClientAliases(String type, Principal @Nullable [] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return chain.clone();
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return key;
    }

    @Override
    public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}

package dev.dbsh.pg.connect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Reads the forms of private key that OpenSSL writes: PKCS#8, encrypted PKCS#8, the older RSA and EC forms, in PEM or
 * DER. The JDK reads only PKCS#8, which is an older form with the algorithm written in front.
 */
final class PrivateKeyFile {
    private static final String BEGIN = "-----BEGIN ";
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final byte[] VERSION = {0x02, 0x01, 0x00};

    private final byte[] content;
    private final PublicKey counterpart;

    /** @param counterpart the key in the certificate, which says what kind of key the private one is */
    PrivateKeyFile(byte[] content, PublicKey counterpart) {
        this.content = content;
        this.counterpart = counterpart;
    }

    PrivateKey key(@Nullable String password) throws GeneralSecurityException {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        String label = keyLabel(text);
        byte[] der = label.isEmpty() ? content : body(text, label);
        return switch (label) {
            case "" -> plain(isPkcs8(der) ? der : wrap(der));
            case "PRIVATE KEY" -> plain(der);
            case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> plain(wrap(der));
            case "ENCRYPTED PRIVATE KEY" -> encrypted(der, password);
            default -> throw new GeneralSecurityException("\"" + label + "\" is no key form that is understood");
        };
    }

    /** Empty for DER. Other blocks, such as EC parameters, may stand before the key. */
    private static String keyLabel(String text) {
        for (int at = text.indexOf(BEGIN); at >= 0; at = text.indexOf(BEGIN, at + 1)) {
            int start = at + BEGIN.length();
            String label = text.substring(start, Math.max(start, text.indexOf("-----", start)));
            if (label.endsWith("PRIVATE KEY")) {
                return label;
            }
        }
        return "";
    }

    private static byte[] body(String text, String label) throws GeneralSecurityException {
        int start = text.indexOf(BEGIN + label) + BEGIN.length() + label.length() + 5;
        int end = text.indexOf("-----END", start);
        if (end < 0) {
            throw new GeneralSecurityException("the key has no end line");
        }
        String body = text.substring(start, end);
        if (body.contains("Proc-Type")) {
            throw new GeneralSecurityException("the key is encrypted in an old form");
        }
        try {
            return Base64.getMimeDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the key is damaged", e);
        }
    }

    private PrivateKey plain(byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance(counterpart.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private PrivateKey encrypted(byte[] der, @Nullable String password) throws GeneralSecurityException {
        if (password == null) {
            throw new GeneralSecurityException("the key is encrypted and sslpassword is not given");
        }
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray());
        try {
            EncryptedPrivateKeyInfo key = new EncryptedPrivateKeyInfo(der);
            AlgorithmParameters parameters = key.getAlgParameters();
            // for PBES2 only the parameters tell which cipher it is
            String algorithm = parameters == null ? key.getAlgName() : parameters.toString();
            Cipher cipher = Cipher.getInstance(algorithm);
            cipher.init(
                    Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(spec), parameters);
            return KeyFactory.getInstance(counterpart.getAlgorithm()).generatePrivate(key.getKeySpec(cipher));
        } catch (IOException e) {
            throw new GeneralSecurityException("the key is damaged", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** In PKCS#8 the algorithm, a sequence, follows the version; the older forms go straight on to the key. */
    private static boolean isPkcs8(byte[] der) {
        int algorithm = headerLength(der, 0) + VERSION.length;
        return algorithm < der.length && der[algorithm] == SEQUENCE;
    }

    private byte[] wrap(byte[] key) {
        return element(SEQUENCE, VERSION, algorithm(), element(OCTETS, key));
    }

    /** The algorithm is the first element inside the public key's own sequence. */
    private byte[] algorithm() {
        byte[] encoded = counterpart.getEncoded();
        int start = headerLength(encoded, 0);
        int length = headerLength(encoded, start) + contentLength(encoded, start);
        byte[] algorithm = new byte[length];
        System.arraycopy(encoded, start, algorithm, 0, length);
        return algorithm;
    }

    private static int headerLength(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return first < 0x80 ? 2 : 2 + (first & 0x7f);
    }

    private static int contentLength(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der[at + 2 + i] & 0xff);
        }
        return length;
    }

    private static byte[] element(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        writeLength(length, out);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** DER wants the shortest form. */
    private static void writeLength(int length, ByteArrayOutputStream out) {
        if (length >= 0x100) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length >= 0x80) {
            out.write(0x81);
        }
        out.write(length);
    }
}

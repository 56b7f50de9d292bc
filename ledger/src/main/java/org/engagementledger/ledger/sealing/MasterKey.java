package org.engagementledger.ledger.sealing;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * The key that wraps all data keys. It comes from outside the database, so that neither the
 * database nor its backups alone give away anything personal. Who loses it loses every personal
 * value in the ledger, and nothing else.
 *
 * <p>It is a Tink keyset for authenticated encryption, in Tink's JSON form. To rotate it, add a key
 * to the keyset and make it the primary one: data keys are wrapped with the primary key and opened
 * with any.
 */
public final class MasterKey {

    static final Configuration TINK = AeadConfig2026.get();

    private final Aead aead;

    private MasterKey(Aead aead) {
        this.aead = aead;
    }

    /**
     * The master key in this file.
     *
     * @throws MasterKeyUnusable if there is no such file, it isn't a keyset, or anybody but its
     *     owner may read it
     */
    public static MasterKey fromFile(Path file) {
        return of(MasterKeyFile.read(file), "the file " + file);
    }

    /**
     * The master key in this file, newly made if there is none. Several processes may ask at once:
     * all get the same. Not for a ledger whose file has gone missing: a new key doesn't open what
     * the lost one has wrapped.
     *
     * @throws MasterKeyUnusable if the file can't be made, or there is one and it can't be used
     */
    public static MasterKey createFile(Path file) {
        MasterKeyFile.createIfAbsent(file, newKeyset());
        return fromFile(file);
    }

    /**
     * The master key in this text, such as an environment variable's: what would be in the file, in
     * base64.
     *
     * @throws MasterKeyUnusable if it isn't that
     */
    public static MasterKey fromText(String text) {
        byte[] keyset;
        try {
            keyset = Base64.getMimeDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw malformed("the text given");
        }
        return of(new String(keyset, StandardCharsets.UTF_8), "the text given");
    }

    private static MasterKey of(String keyset, String source) {
        try {
            return new MasterKey(
                    TinkJsonProtoKeysetFormat.parseKeyset(
                                    keyset, TINK, InsecureSecretKeyAccess.get())
                            .getPrimitive(TINK, Aead.class));
        } catch (GeneralSecurityException | RuntimeException e) {
            // Neither its message nor its cause: they might quote the key.
            throw malformed(source);
        }
    }

    private static MasterKeyUnusable malformed(String source) {
        return new MasterKeyUnusable(
                "No master key in "
                        + source
                        + ": it has to be a Tink keyset for authenticated encryption (AEAD), in the clear, as JSON in a"
                        + " file, or as the base64 of that JSON in an environment variable");
    }

    private static String newKeyset() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(
                    newKey(), TINK, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No AES-256-GCM on this Java runtime", e);
        }
    }

    private static KeysetHandle newKey() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, TINK);
    }

    /** A new data key, wrapped for its subject. */
    String newDataKey(String subject) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            TinkProtoKeysetFormat.serializeEncryptedKeyset(
                                    newKey(), aead, associated(subject), TINK));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not make a data key for " + subject, e);
        }
    }

    /** The data key that was wrapped for this subject. */
    Aead unwrap(String subject, String wrapped) {
        try {
            return TinkProtoKeysetFormat.parseEncryptedKeyset(
                            Base64.getDecoder().decode(wrapped), aead, associated(subject), TINK)
                    .getPrimitive(TINK, Aead.class);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new MasterKeyUnusable(
                    "The data key of "
                            + subject
                            + " doesn't open with this master key: it was wrapped with another one, or altered. Provide"
                            + " the master key that this ledger was begun with",
                    e);
        }
    }

    private static byte[] associated(String subject) {
        return subject.getBytes(StandardCharsets.UTF_8);
    }
}

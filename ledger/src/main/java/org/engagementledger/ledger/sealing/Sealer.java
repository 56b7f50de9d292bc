package org.engagementledger.ledger.sealing;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.engagementledger.domain.casework.Personal;

/**
 * Seals personal values and opens them again. Two sealings of one value have nothing in common but
 * their subject.
 */
public final class Sealer {

    private static final String FORMAT = "engagement-ledger sealed value 1\n";
    private static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keyring keyring;

    public Sealer(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Whether values of this type can be sealed: texts and dates can. */
    public static boolean seals(Class<?> type) {
        return Clear.canBe(type);
    }

    /**
     * Seals a value; its subject is given a key if it has none.
     *
     * @throws IllegalArgumentException if it is neither a text nor a date, or no well-formed text
     * @throws MasterKeyUnusable if the subject's key was wrapped with another master key, or
     *     altered
     * @throws org.springframework.dao.DataAccessException if the subject's key can't be had from
     *     the database
     */
    public Sealed seal(Personal.Known<?> value) {
        byte[] clear = Clear.bytes(value.secret());
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        byte[] salted = Arrays.copyOf(salt, SALT + clear.length);
        System.arraycopy(clear, 0, salted, SALT, clear.length);
        Aead key = keyring.findOrMake(value.subject());
        try {
            byte[] sealed = key.encrypt(salted, associated(value.subject()));
            return new Sealed(value.subject(), base64(sealed), base64(commitment(salt, clear)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Could not seal a value about " + value.subject(), e);
        }
    }

    /**
     * Makes ready to seal whatever these objects hold: subjects without a key are given theirs in
     * one transaction, not in one each.
     *
     * @param records what is about to be written; records are looked into, and lists of them
     */
    public void prepareToSeal(Collection<?> records) {
        keyring.makeMissing(Subjects.in(records));
    }

    /**
     * Makes ready to open values of these subjects, with one query at most.
     *
     * @see Keyring#preload
     */
    public void prepareToOpen(Set<String> subjects) {
        keyring.preload(subjects);
    }

    /**
     * Opens a sealed value: known, or erased if its subject's key has been destroyed.
     *
     * @param type what was sealed: a text or a date
     * @throws SealBroken if it isn't what was sealed
     * @throws MasterKeyUnusable if the subject's key was wrapped with another master key, or
     *     altered
     * @throws org.springframework.dao.DataAccessException if the subject's key can't be had from
     *     the database
     */
    public <T> Personal<T> open(Sealed value, Class<T> type) {
        String subject = value.subject();
        byte[] sealed = bytes(subject, value.sealed());
        byte[] commitment = bytes(subject, value.commitment());
        Optional<Aead> key = keyring.find(subject);
        if (key.isEmpty()) {
            return new Personal.Erased<>(subject);
        }
        byte[] salted = decrypted(key.get(), subject, sealed);
        if (salted.length < SALT) {
            throw new SealBroken(subject, "there is no salt in it");
        }
        byte[] salt = Arrays.copyOf(salted, SALT);
        byte[] clear = Arrays.copyOfRange(salted, SALT, salted.length);
        if (!MessageDigest.isEqual(commitment, commitment(salt, clear))) {
            throw new SealBroken(subject, "it isn't the value that was committed to");
        }
        try {
            return Personal.known(subject, Clear.value(clear, type));
        } catch (RuntimeException e) {
            // Without the cause, which would quote the value.
            throw new SealBroken(subject, "it isn't a " + type.getSimpleName());
        }
    }

    private static byte[] decrypted(Aead key, String subject, byte[] sealed) {
        try {
            return key.decrypt(sealed, associated(subject));
        } catch (GeneralSecurityException e) {
            throw new SealBroken(
                    subject,
                    "it doesn't open with the subject's key; it was altered, sealed for another subject, or the key"
                            + " replaced",
                    e);
        }
    }

    private static byte[] commitment(byte[] salt, byte[] clear) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(salt, "HmacSHA256"));
            return mac.doFinal(clear);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC-SHA256", e);
        }
    }

    private static byte[] associated(String subject) {
        return (FORMAT + subject).getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String subject, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new SealBroken(subject, "it isn't base64", e);
        }
    }
}

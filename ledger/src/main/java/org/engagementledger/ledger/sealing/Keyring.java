package org.engagementledger.ledger.sealing;

import com.google.crypto.tink.Aead;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The data keys of all subjects: made when first needed, kept wrapped in the database, and the
 * recently used ones opened in memory. Any number of threads and of processes may share the table;
 * a subject has one key, whoever asks first.
 *
 * <p>A key is durable before anything is sealed with it, whatever becomes of the transaction that
 * the sealed value is written in: the value may go to another store than this database, and a key
 * that was rolled back after it had been cached would seal values that nobody could ever open. So
 * the keyring has a {@link DataSource} of its own, whose connections take part in no transaction of
 * the caller's and aren't drawn from a pool that callers hold connections of while they wait for a
 * key.
 *
 * <p>A subject without a key has been erased. A process that has the key in memory notices only
 * once it no longer has.
 */
public final class Keyring {

    /** How many opened keys are kept unless said otherwise. */
    public static final int KEPT = 10_000;

    private final DataKeys keys;
    private final MasterKey master;
    private final Map<String, Aead> opened;

    /**
     * @param database of the keyring's own, committing at once
     */
    public Keyring(DataSource database, MasterKey master) {
        this(database, master, KEPT);
    }

    /**
     * @param database of the keyring's own, committing at once
     * @param kept how many opened keys are kept in memory, those used last
     */
    public Keyring(DataSource database, MasterKey master, int kept) {
        this.keys = new DataKeys(database);
        this.master = master;
        this.opened = Collections.synchronizedMap(new LastUsed<>(kept));
    }

    /**
     * Makes sure that this ledger's keys were wrapped with this master key; for when a process
     * starts, before a key is wrapped with another one.
     *
     * @throws MasterKeyUnusable if they weren't
     * @throws org.springframework.dao.DataAccessException if the database can't be asked
     */
    public void verify() {
        keys.any().forEach(master::unwrap);
    }

    /**
     * Opens the keys of these subjects with one query, or none if all are in memory; for a reader
     * who is about to open many values. Subjects without a key are passed over: each of their
     * values will be looked up again.
     *
     * @param subjects no more than are kept in memory
     * @throws MasterKeyUnusable if one was wrapped with another master key, or altered
     * @throws org.springframework.dao.DataAccessException if the database can't be asked
     */
    public void preload(Set<String> subjects) {
        Set<String> missing = new HashSet<>(subjects);
        missing.removeIf(opened::containsKey);
        if (!missing.isEmpty()) {
            keys.find(missing).forEach(this::keep);
        }
    }

    /** The subject's key; empty if it has been destroyed. */
    Optional<Aead> find(String subject) {
        Aead key = opened.get(subject);
        if (key != null) {
            return Optional.of(key);
        }
        return Optional.ofNullable(keys.find(Set.of(subject)).get(subject))
                .map(wrapped -> keep(subject, wrapped));
    }

    /** The subject's key, made durable now if it has none. */
    Aead findOrMake(String subject) {
        Optional<Aead> key = find(subject);
        if (key.isEmpty()) {
            make(Set.of(subject));
            key = find(subject);
        }
        return key.orElseThrow(
                () ->
                        new IllegalStateException(
                                "The key of " + subject + " was destroyed as it was made"));
    }

    /**
     * Gives a key to each of these subjects that has none, all in one transaction; for a writer who
     * is about to seal values of several.
     */
    void makeMissing(Set<String> subjects) {
        preload(subjects);
        Set<String> missing = new HashSet<>(subjects);
        missing.removeIf(opened::containsKey);
        if (!missing.isEmpty()) {
            make(missing);
        }
    }

    private void make(Set<String> subjects) {
        SortedMap<String, String> wrapped = new TreeMap<>();
        subjects.forEach(subject -> wrapped.put(subject, master.newDataKey(subject)));
        keys.addIfAbsent(wrapped).forEach(this::keep);
        preload(subjects);
    }

    private Aead keep(String subject, String wrapped) {
        Aead key = master.unwrap(subject, wrapped);
        opened.put(subject, key);
        return key;
    }

    private static final class LastUsed<K, V> extends LinkedHashMap<K, V> {

        private static final long serialVersionUID = 1L;

        private final int kept;

        LastUsed(int kept) {
            super(16, 0.75f, true);
            this.kept = kept;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > kept;
        }
    }
}

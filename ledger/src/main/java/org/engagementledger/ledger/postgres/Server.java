package org.engagementledger.ledger.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a server is made and started. All settings are passed on the command line, where neither
 * {@code postgresql.conf} nor {@code ALTER SYSTEM} can weaken them.
 */
record Server(Path dataDirectory, Path log, Passwords passwords) {

    /** Long enough to recover a gigabyte of write-ahead log from a slow disk. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    EmbeddedPostgres start() throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(dataDirectory)
                        .setCleanDataDirectory(false)
                        .setRegisterShutdownHook(false)
                        .setOutputRedirector(Redirect.appendTo(log.toFile()))
                        .setPGStartupWait(PATIENCE)
                        .setConnectConfig("password", passwords.superuser());
        initialise(builder);
        keepsWhatWasAcknowledged(builder);
        staysOnThisMachine(builder);
        saysNothingAboutCases(builder);
        try {
            return builder.start();
        } catch (IOException | RuntimeException e) {
            Postmaster.stopAllOn(dataDirectory);
            throw e;
        }
    }

    /**
     * Options of {@code initdb}, all of which the builder takes as "locale". The method {@code
     * trust} that it also passes is overruled by {@code auth} before the first byte is written, so
     * there is no moment without passwords.
     */
    private void initialise(EmbeddedPostgres.Builder builder) {
        builder.setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", passwords.superuserFile().toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8");
    }

    /**
     * The builder's own defaults are for tests, without {@code fsync}; what is set here comes later
     * and wins.
     */
    private static void keepsWhatWasAcknowledged(EmbeddedPostgres.Builder builder) {
        builder.setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on");
    }

    private static void staysOnThisMachine(EmbeddedPostgres.Builder builder) {
        builder.setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("max_connections", "200");
    }

    /**
     * Messages quote values ("invalid input syntax …: "Jane Doe""), details quote rows and running
     * statements. So errors of statements go to the client alone, and what the server reports about
     * itself goes without details.
     */
    private static void saysNothingAboutCases(EmbeddedPostgres.Builder builder) {
        builder.setServerConfig("log_min_messages", "log")
                .setServerConfig("log_error_verbosity", "terse")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_parameter_max_length", "0")
                .setServerConfig("log_parameter_max_length_on_error", "0")
                .setServerConfig("log_statement", "none")
                .setServerConfig("log_min_duration_statement", "-1")
                .setServerConfig("log_min_duration_sample", "-1")
                .setServerConfig("log_transaction_sample_rate", "0")
                .setServerConfig("log_checkpoints", "off");
    }
}

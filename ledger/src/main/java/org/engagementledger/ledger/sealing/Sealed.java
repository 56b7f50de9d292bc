package org.engagementledger.ledger.sealing;

/**
 * A personal value as it is written: nothing of it can be read without its subject's key.
 *
 * @param subject the key of the person or case that the value is about
 * @param sealed 32 bytes of salt and the value's JSON, encrypted with the subject's key; base64
 * @param commitment HMAC-SHA256 of the value's JSON, the salt being the key; base64
 */
public record Sealed(String subject, String sealed, String commitment) {}

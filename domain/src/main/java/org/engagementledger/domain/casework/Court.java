package org.engagementledger.domain.casework;

/**
 * A magistrates' court.
 *
 * @param ouCode its organisation unit code, such as {@code B01CN00}
 * @param name its name as people say it
 */
public record Court(String ouCode, String name) {}

package org.engagementledger.domain.calendar;

/** A calendar's address leads nowhere any more, for ever. */
public record CalendarRevoked(CalendarId calendar) implements CalendarEvent {}

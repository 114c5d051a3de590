package org.payqual.domain.person;

/**
 * Another record of the person while its events are being taken over.
 *
 * @param last the sequence number of the last of them
 * @param apart the person as these events alone tell it, each at the place that it has here
 */
record Takeover(long last, Person apart) {}

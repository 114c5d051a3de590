package org.payqual.projections.rebuild;

/**
 * What a rebuild did.
 *
 * @param build the number of the tables that are live now
 * @param position where they stood when they took over
 * @param loaded how many events this run loaded
 * @param resumed how many had been loaded before it, where it went on with one left unfinished
 */
public record Rebuilt(long build, long position, long loaded, long resumed) {}

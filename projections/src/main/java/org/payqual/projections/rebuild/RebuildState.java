package org.payqual.projections.rebuild;

/**
 * How far a rebuild has come: the row of {@code read.rebuild}.
 *
 * @param build the number of its tables and of their schema
 * @param layout digest of the tables' layout
 * @param program digest of the program that folds
 * @param snapshot the position up to which whole streams are loaded
 * @param events how many events that are
 * @param loaded how many of them are loaded
 * @param stream the stored name of the last stream loaded, empty before the first
 * @param indexed whether all is loaded and indexed
 * @param position the last position that the tables reflect, once they are
 */
record RebuildState(
        long build,
        String layout,
        String program,
        long snapshot,
        long events,
        long loaded,
        String stream,
        boolean indexed,
        long position) {

    static RebuildState begin(long build, String layout, String program, long snapshot, long events) {
        return new RebuildState(build, layout, program, snapshot, events, 0, "", false, snapshot);
    }

    String schema() {
        return "read_" + build;
    }

    boolean fits(String presentLayout, String presentProgram) {
        return layout.equals(presentLayout) && program.equals(presentProgram);
    }

    RebuildState loadedTo(String last, long more) {
        return new RebuildState(build, layout, program, snapshot, events, loaded + more, last, indexed, position);
    }

    RebuildState allIndexed() {
        return new RebuildState(build, layout, program, snapshot, events, loaded, stream, true, position);
    }

    RebuildState reaching(long next) {
        return new RebuildState(build, layout, program, snapshot, events, loaded, stream, indexed, next);
    }
}

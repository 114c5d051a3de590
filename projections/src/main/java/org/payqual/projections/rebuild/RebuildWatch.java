package org.payqual.projections.rebuild;

/** Who looks on while a rebuild works, and may have it end. Asked and told often, so it must be quick. */
public interface RebuildWatch {

    /** Looks on at nothing and never has it end. */
    RebuildWatch NONE = new RebuildWatch() {
        @Override
        public void at(RebuildStep step, long done, long all) {
            // Nobody looks.
        }

        @Override
        public void goesOn(long loaded, long all) {
            // Nobody looks.
        }

        @Override
        public void startsAnew() {
            // Nobody looks.
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** Hears that a rebuild left unfinished is gone on with, of whose events so many are loaded. */
    void goesOn(long loaded, long all);

    /** Hears that one left unfinished is thrown away, because tables or program have become others since. */
    void startsAnew();

    /**
     * Hears how far a step is.
     *
     * @param done of it, from 0
     * @param all of it, as far as known now
     */
    void at(RebuildStep step, long done, long all);

    /** Tells whether the rebuild shall end; what it has written so far stays for the next time. */
    boolean cancelled();
}

package org.payqual.ops.read;

import java.util.ArrayList;
import java.util.List;
import org.payqual.projections.rebuild.RebuildStep;
import org.payqual.projections.rebuild.RebuildWatch;

/** Keeps what a rebuild told, and has it end after so many looks. */
class Watching implements RebuildWatch {

    final List<String> heard = new ArrayList<>();
    private long looksLeft;

    /** Has it end when it has looked so often whether it shall. */
    Watching(long looks) {
        this.looksLeft = looks;
    }

    static Watching toTheEnd() {
        return new Watching(Long.MAX_VALUE);
    }

    @Override
    public void at(RebuildStep step, long done, long all) {
        heard.add(step.name());
    }

    @Override
    public void goesOn(long loaded, long all) {
        heard.add("goes on");
    }

    @Override
    public void startsAnew() {
        heard.add("starts anew");
    }

    @Override
    public boolean cancelled() {
        return looksLeft-- <= 0;
    }
}

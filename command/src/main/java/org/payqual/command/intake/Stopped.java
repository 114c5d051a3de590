package org.payqual.command.intake;

/** The work cannot go on; what was recorded stays recorded. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ImportLine.Stop why;

    Stopped(ImportLine.Stop why) {
        super(why.detailEn(), null, false, false);
        this.why = why;
    }

    ImportLine.Stop why() {
        return why;
    }
}

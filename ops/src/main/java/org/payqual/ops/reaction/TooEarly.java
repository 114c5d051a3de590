package org.payqual.ops.reaction;

/**
 * What a rule looks at does not show an event yet, as happens under load: the event is to be taken again in a moment.
 */
final class TooEarly extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooEarly(String what) {
        super(what);
    }
}

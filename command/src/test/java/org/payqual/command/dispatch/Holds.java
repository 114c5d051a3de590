package org.payqual.command.dispatch;

import java.util.function.Predicate;
import org.hamcrest.BaseMatcher;
import org.hamcrest.Description;

/** A matcher in words and code. */
final class Holds<T> extends BaseMatcher<T> {

    private final String words;
    private final Predicate<Object> holds;

    Holds(String words, Predicate<Object> holds) {
        this.words = words;
        this.holds = holds;
    }

    @Override
    public boolean matches(Object item) {
        return holds.test(item);
    }

    @Override
    public void describeTo(Description description) {
        description.appendText(words);
    }
}

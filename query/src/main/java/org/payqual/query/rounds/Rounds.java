package org.payqual.query.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Serves callers in rounds: whoever comes while a round is under way is served in the next one, with all who came
 * meanwhile. What costs about the same for one and for many, such as a statement or a flush, is so paid once for all of
 * them. A round begins after each of its callers came, and whoever is alone is served at once. No more wait than there
 * are threads that call, and there is no thread of its own: the first of a round serves it.
 *
 * @param <T> what a caller brings
 * @param <R> what all callers of a round get
 */
public final class Rounds<T, R> {

    private final Function<List<T>, R> serve;
    private final Lock turn = new ReentrantLock();
    private final Lock door = new ReentrantLock();
    private Round<T, R> open = new Round<>();

    /**
     * Makes rounds that follow one another.
     *
     * @param serve serves a round; what it throws, all callers of that round get
     */
    public Rounds(Function<List<T>, R> serve) {
        this.serve = serve;
    }

    /** Those who are served together. */
    private static final class Round<T, R> {
        private final List<T> brought = new ArrayList<>();
        private final CompletableFuture<R> served = new CompletableFuture<>();
    }

    /** Returns when what the caller brings has been served, with what came of that. */
    public R join(T brings) {
        Round<T, R> mine;
        boolean first;
        door.lock();
        try {
            if (open.served.isDone()) {
                // It failed before another could be opened.
                open = new Round<>();
            }
            mine = open;
            first = mine.brought.isEmpty();
            mine.brought.add(brings);
        } finally {
            door.unlock();
        }
        if (first) {
            serve(mine);
        }
        try {
            return mine.served.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Returns how many have come for the round that begins next. */
    int waiting() {
        door.lock();
        try {
            return open.brought.size();
        } finally {
            door.unlock();
        }
    }

    private void serve(Round<T, R> round) {
        turn.lock();
        try {
            door.lock();
            try {
                open = new Round<>();
            } finally {
                door.unlock();
            }
            round.served.complete(serve.apply(round.brought));
        } catch (Throwable e) {
            // An error, too, must not leave the others waiting for ever.
            round.served.completeExceptionally(e);
        } finally {
            turn.unlock();
        }
    }
}

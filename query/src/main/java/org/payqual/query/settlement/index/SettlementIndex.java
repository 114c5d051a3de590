package org.payqual.query.settlement.index;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.person.Settlement;
import org.payqual.domain.person.SettlementSpans;
import org.payqual.domain.rulebook.Governing;
import org.payqual.domain.rulebook.Rulebooks;
import org.payqual.query.knowledge.KnownAt;

/**
 * Answers settlement questions about everyone from memory, each run of questions at one position of the log. It takes
 * some eighty bytes a person. Whoever fills it says how far it reflects the log; before that it answers nothing.
 */
public final class SettlementIndex {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Lock waiting = new ReentrantLock();
    private final Condition moved = waiting.newCondition();
    private PersonTable people = new PersonTable();
    private Map<String, Place> places = new HashMap<>();
    private GoverningDays law = new GoverningDays(Rulebooks.none());
    private @Nullable KnownAt reflects;

    /**
     * An institution.
     *
     * @param region in which it lies; null where its history cannot be followed
     */
    private record Place(@Nullable String region) {}

    /**
     * Answers, all at one position.
     *
     * @param reflects the state of the log
     * @param answers in the order of the questions
     */
    public record Answered(KnownAt reflects, List<Checked> answers) {

        /** Copies the answers. */
        public Answered {
            answers = List.copyOf(answers);
        }
    }

    /** Tells whether a reference to a person is an id, as ids are written; whatever is not is taken for a code. */
    public static boolean isId(String reference) {
        return PersonTable.isId(reference);
    }

    /** Forgets everything. */
    public void clear() {
        lock.writeLock().lock();
        try {
            people = new PersonTable();
            places = new HashMap<>();
            law = new GoverningDays(Rulebooks.none());
            reflects = null;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Takes in a part of what is known at a position that will be told later. */
    public void fill(List<Update> updates) {
        lock.writeLock().lock();
        try {
            updates.forEach(this::take);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Takes in the rest of what is known at a position, from which it then answers. */
    public void advance(List<Update> updates, KnownAt to) {
        lock.writeLock().lock();
        try {
            // Should it fail halfway, it answers nothing until it is filled anew.
            reflects = null;
            updates.forEach(this::take);
            reflects = to;
        } finally {
            lock.writeLock().unlock();
        }
        waiting.lock();
        try {
            moved.signalAll();
        } finally {
            waiting.unlock();
        }
    }

    /** Returns the state of the log that it reflects, or nothing while it is being filled. */
    public Optional<KnownAt> reflects() {
        lock.readLock().lock();
        try {
            return Optional.ofNullable(reflects);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Returns how many people it knows. */
    public int people() {
        lock.readLock().lock();
        try {
            return people.count();
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * Waits until it reflects a position.
     *
     * @return whether it does
     */
    public boolean await(long position, Duration longest) throws InterruptedException {
        long left = longest.toNanos();
        waiting.lock();
        try {
            while (!reaches(position) && left > 0) {
                left = moved.awaitNanos(left);
            }
            return reaches(position);
        } finally {
            waiting.unlock();
        }
    }

    /** Answers questions, or nothing while it is being filled. */
    public Optional<Answered> answer(List<Question> questions) {
        lock.readLock().lock();
        try {
            if (reflects == null) {
                return Optional.empty();
            }
            List<Checked> answers = new ArrayList<>(questions.size());
            for (Question question : questions) {
                answers.add(answer(question));
            }
            return Optional.of(new Answered(reflects, answers));
        } finally {
            lock.readLock().unlock();
        }
    }

    private boolean reaches(long position) {
        return reflects().filter(it -> it.position() >= position).isPresent();
    }

    private Checked answer(Question question) {
        int person = people.find(question.person());
        if (person < 0) {
            return person == PersonTable.SEVERAL ? new Checked.CodeShared() : new Checked.PersonUnknown();
        }
        UUID id = people.id(person);
        Place place = places.get(question.institution());
        if (place == null) {
            return new Checked.InstitutionUnknown(id);
        }
        if (place.region() == null || people.isStopped(person)) {
            return new Checked.HistoryStopped(id);
        }
        return settle(id, people.spans(person), law.on(place.region(), question.day()), question);
    }

    /** Answers a question about a person of whom everything is known. */
    public static Checked settle(UUID id, SettlementSpans spans, Governing governing, Question question) {
        return switch (governing) {
            case Governing.One one ->
                new Checked.Settled(
                        id,
                        Settlement.of(spans, question.institution(), question.day(), question.special(), one.governs()),
                        one.governs().id());
            case Governing.None none -> new Checked.NoRulebook(id, none.needed());
        };
    }

    private void take(Update update) {
        switch (update) {
            case Update.PersonFolded it -> people.put(it.id(), it.codes(), it.spans());
            case Update.PersonStopped it -> people.stop(it.id(), it.codes());
            case Update.PersonMerged it -> people.merge(it.id(), it.into());
            case Update.InstitutionFolded it -> places.put(it.code(), new Place(it.region()));
            case Update.InstitutionStopped it -> places.put(it.code(), new Place(null));
            case Update.LawFolded it -> law = new GoverningDays(it.rulebooks());
        }
    }
}

package org.payqual.domain.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The faults of one file, as its reader finds them. */
public final class Faults {

    /** How many faults are told of one file; a file with more is not the kind of file it is taken for. */
    public static final int LIMIT = 500;

    private final List<Fault> told = new ArrayList<>();
    private int found;

    /** Adds a fault, unless there are too many already. */
    public void add(Place place, String path, Fault.Kind kind, String zh, String en) {
        found++;
        if (told.size() < LIMIT) {
            told.add(new Fault(place.line(), place.column(), path, kind, new Text(zh, en)));
        }
    }

    /** Returns how many were found so far. */
    public int count() {
        return found;
    }

    /** Returns them in the order of the file. */
    public List<Fault> all() {
        return told.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .toList();
    }
}

package org.payqual.query.institution;

import java.util.List;
import java.util.stream.Stream;
import org.payqual.domain.institution.InstitutionEvent.RatioReached;
import org.payqual.domain.ledger.EventCodec;
import org.payqual.domain.ledger.StreamName;
import org.payqual.domain.ledger.StreamType;
import org.payqual.projections.log.LogReader;
import org.payqual.projections.log.SealedEvent;
import org.payqual.query.knowledge.KnownAt;

/** Reads the records that an institution's ratio reached a threshold (TJ-33). */
public final class Crossings {

    private final LogReader log;
    private final EventCodec codec;

    /** Creates what reads this log. */
    public Crossings(LogReader log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    /** Returns those of a year that were recorded up to a position, in order of recording. */
    List<RatioAnswer.Crossing> of(String institution, int year, long position) {
        return log.stream(new StreamName(StreamType.INSTITUTION, institution), position).stream()
                .flatMap(it -> crossing(it, year))
                .toList();
    }

    private Stream<RatioAnswer.Crossing> crossing(SealedEvent sealed, int year) {
        return codec.decode(sealed.name(), sealed.version(), sealed.payload()) instanceof RatioReached reached
                        && reached.year() == year
                ? Stream.of(RatioAnswer.Crossing.of(reached, new KnownAt(sealed.position(), sealed.sealedAt())))
                : Stream.empty();
    }
}

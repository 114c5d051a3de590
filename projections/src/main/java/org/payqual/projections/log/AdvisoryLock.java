package org.payqual.projections.log;

/** PostgreSQL's advisory locks in use, each two numbers; no other program of the database may use the first. */
public enum AdvisoryLock {
    /** Held shared by every writer of events, from before its first number to the end of its transaction. */
    WRITER(1),
    /** Held by the session of the one sequencer. */
    SEQUENCER(2),
    /** Held while a batch gets its time and until it can be seen; shared by who asks what was known at an instant. */
    SEALING(3),
    /** Held by the session that follows up overturned handlings. */
    OVERTURNED_HANDLINGS(4),
    /** Held by the session of the one rebuild. */
    REBUILD(5),
    /** Held by the session that records which ratios were reached. */
    REACHED_RATIOS(6),
    /** Held by the session that has the identity store follow mergers. */
    JOINED_IDENTITIES(7),
    /** Held, shared, by each session that makes indexes for the one rebuild. */
    REBUILD_INDEXES(8);

    /** The first of the two numbers; also in the trigger on the event table. */
    private static final int SPACE = 7073;

    private final int number;

    AdvisoryLock(int number) {
        this.number = number;
    }

    /** Return both numbers as they stand in a call. */
    public String numbers() {
        return SPACE + ", " + number;
    }

    /** Return where its holders are found, as the end of a query: of all processes, in the database asked. */
    public String holders() {
        return " FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                + " AND classid = " + SPACE + " AND objid = " + number;
    }
}

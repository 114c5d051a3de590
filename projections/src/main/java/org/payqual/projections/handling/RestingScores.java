package org.payqual.projections.handling;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The scores that rest on each handling, and the handlings overturned. They are noted in log order; noting something
 * again changes nothing.
 */
public final class RestingScores {

    /** The word under which the progress of whoever notes them is kept. */
    public static final String FOLLOWED_AS = "overturned-handlings";

    private static final String LATEST = "SELECT max(scored) FROM reactor.score"
            + " WHERE person = :person AND notice = :notice AND scored < :position";

    private final JdbcClient jdbc;

    /** Keeps them by this client, in whatever transaction it takes part. */
    public RestingScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A score, by the notice that states it.
     *
     * @param person the person's id
     * @param notice its id, unique within the person
     */
    public record Score(String person, String notice) {}

    /**
     * How many scores rest on a handling.
     *
     * @param recorded all that were ever recorded
     * @param fallen those of them that fell, because of the handling or by other means
     */
    public record Count(long recorded, long fallen) {}

    /** Notes that a person was scored on a handling; a notice that was entered wrongly may be entered anew. */
    public void scored(Score score, String handling, long position) {
        jdbc.sql("INSERT INTO reactor.score (person, notice, handling, scored) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(score.person(), score.notice(), handling, position)
                .update();
    }

    /** Notes that a score fell. */
    public void fell(Score score, long position) {
        jdbc.sql(
                        "UPDATE reactor.score SET fell = :position WHERE fell IS NULL AND person = :person AND notice = :notice"
                                + " AND scored = (" + LATEST + ")")
                .param("position", position)
                .param("person", score.person())
                .param("notice", score.notice())
                .update();
    }

    /**
     * Notes that a score that fell stands again, because what had made it fall was a clerk's error.
     *
     * @return the handling on which it rests
     */
    public String stoodAgain(Score score, long position) {
        jdbc.sql("INSERT INTO reactor.score (person, notice, handling, scored)"
                        + " SELECT person, notice, handling, :position FROM reactor.score"
                        + " WHERE person = :person AND notice = :notice AND scored = (" + LATEST + ")"
                        + " ON CONFLICT DO NOTHING")
                .param("position", position)
                .param("person", score.person())
                .param("notice", score.notice())
                .update();
        return jdbc.sql("SELECT handling FROM reactor.score WHERE person = ? AND notice = ? AND scored = ?")
                .params(score.person(), score.notice(), position)
                .query(String.class)
                .single();
    }

    /** Notes that a handling was overturned, last by the event of this id; it may stand again by now. */
    public void overturned(String handling, String event) {
        jdbc.sql(
                        "INSERT INTO reactor.overturned (handling, event) VALUES (?, ?) ON CONFLICT (handling) DO UPDATE SET event = EXCLUDED.event")
                .params(handling, event)
                .update();
    }

    /** Returns the id of the event by which a handling was overturned, where it was. */
    public Optional<String> overturning(String handling) {
        return jdbc.sql("SELECT event FROM reactor.overturned WHERE handling = ?")
                .param(handling)
                .query(String.class)
                .optional();
    }

    /** Lists the scores on a handling that have not fallen, in the order of recording. */
    public List<Score> standing(String handling) {
        return jdbc.sql("SELECT person, notice FROM reactor.score WHERE handling = ? AND fell IS NULL ORDER BY scored")
                .param(handling)
                .query((row, number) -> new Score(row.getString("person"), row.getString("notice")))
                .list();
    }

    /** Lists the scores on a handling that fell, by whatever cause, in the order of recording. */
    public List<Score> fallen(String handling) {
        return jdbc.sql("SELECT person, notice FROM (SELECT DISTINCT ON (person, notice) person, notice, scored, fell"
                        + " FROM reactor.score WHERE handling = ? ORDER BY person, notice, scored DESC)"
                        + " WHERE fell IS NOT NULL ORDER BY scored")
                .param(handling)
                .query((row, number) -> new Score(row.getString("person"), row.getString("notice")))
                .list();
    }

    /** Counts the scores on a handling, as known at a position that is {@link #reached()}. */
    public Count count(String handling, long position) {
        return jdbc.sql("SELECT count(*) AS recorded, count(*) FILTER (WHERE fell <= :position) AS fallen FROM ("
                        + "SELECT DISTINCT ON (person, notice) fell FROM reactor.score"
                        + " WHERE handling = :handling AND scored <= :position ORDER BY person, notice, scored DESC)")
                .param("handling", handling)
                .param("position", position)
                .query((row, number) -> new Count(row.getLong("recorded"), row.getLong("fallen")))
                .single();
    }

    /** Returns the last position up to which everything is noted, and done that follows from it. */
    public long reached() {
        return jdbc.sql("SELECT position FROM reactor.progress WHERE reaction = ?")
                .param(FOLLOWED_AS)
                .query(Long.class)
                .single();
    }
}

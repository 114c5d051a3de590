package org.payqual.projections.handling;

import java.sql.ResultSet;
import java.sql.SQLException;
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

    /** All records of one person: the one that goes on, and those merged into it. */
    private static final String RECORDS = "(WITH RECURSIVE part (person) AS (SELECT :person::text UNION ALL"
            + " SELECT m.person FROM part p JOIN reactor.merged m ON m.into_person = p.person) SELECT person FROM part)";

    private static final String OF_NOTICE =
            " WHERE person IN " + RECORDS + " AND notice = :notice AND NOT void AND scored < :position";

    private final JdbcClient jdbc;

    /** Keeps them by this client, in whatever transaction it takes part. */
    public RestingScores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A score, by the notice that states it.
     *
     * @param person the id of the record that holds it
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

    /**
     * Notes that a score fell.
     *
     * @param entered whether it was rightly entered, so that it may stand again
     */
    public void fell(Score score, boolean entered, long position) {
        jdbc.sql("UPDATE reactor.score SET fell = coalesce(fell, :position), void = :void" + OF_NOTICE
                        + " AND (fell IS NULL OR :void)")
                .param("position", position)
                .param("void", !entered)
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
                        + " SELECT person, notice, handling, :position FROM reactor.score" + OF_NOTICE
                        + " ORDER BY scored DESC LIMIT 1 ON CONFLICT DO NOTHING")
                .param("position", position)
                .param("person", score.person())
                .param("notice", score.notice())
                .update();
        return jdbc.sql("SELECT handling FROM reactor.score WHERE person IN " + RECORDS
                        + " AND notice = :notice AND scored = :position")
                .param("person", score.person())
                .param("notice", score.notice())
                .param("position", position)
                .query(String.class)
                .single();
    }

    /**
     * Notes that a record was merged into another, which now holds its scores.
     *
     * @return the scores of the record that have not fallen though their handling was overturned
     */
    public List<Score> merged(String record, String into) {
        jdbc.sql("INSERT INTO reactor.merged (person, into_person) VALUES (?, ?) ON CONFLICT DO NOTHING")
                .params(record, into)
                .update();
        return jdbc.sql("SELECT notice FROM reactor.score JOIN reactor.overturned USING (handling)"
                        + " WHERE person IN " + RECORDS + " AND fell IS NULL ORDER BY scored")
                .param("person", record)
                .query((row, number) -> holder(record, row))
                .list();
    }

    private Score holder(String record, ResultSet row) throws SQLException {
        return new Score(holder(record), row.getString("notice"));
    }

    /** Returns the record that holds what a record held: itself where it was not merged. */
    private String holder(String record) {
        return jdbc.sql("WITH RECURSIVE way (person, step) AS (SELECT ?::text, 0 UNION ALL"
                        + " SELECT m.into_person, w.step + 1 FROM way w JOIN reactor.merged m ON m.person = w.person)"
                        + " SELECT person FROM way ORDER BY step DESC LIMIT 1")
                .param(record)
                .query(String.class)
                .single();
    }

    /** Returns the handling on which a score rests that has not fallen. */
    public String handlingOf(Score score) {
        return jdbc.sql("SELECT handling FROM reactor.score WHERE person IN " + RECORDS
                        + " AND notice = :notice AND fell IS NULL")
                .param("person", score.person())
                .param("notice", score.notice())
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

    /** Lists the scores on a handling that have not fallen, in the order of recording, each with who holds it now. */
    public List<Score> standing(String handling) {
        return jdbc.sql("SELECT person, notice FROM reactor.score WHERE handling = ? AND fell IS NULL ORDER BY scored")
                .param(handling)
                .query((row, number) -> holder(row.getString("person"), row))
                .list();
    }

    /** Lists the scores on a handling that fell, by whatever cause, in the order of recording, each with its holder. */
    public List<Score> fallen(String handling) {
        return jdbc.sql("SELECT person, notice FROM (SELECT DISTINCT ON (person, notice) person, notice, scored, fell"
                        + " FROM reactor.score WHERE handling = ? ORDER BY person, notice, scored DESC)"
                        + " WHERE fell IS NOT NULL ORDER BY scored")
                .param(handling)
                .query((row, number) -> holder(row.getString("person"), row))
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

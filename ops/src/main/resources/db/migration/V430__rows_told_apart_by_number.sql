-- Every row is held against all others of its person. Comparing ids, the index spends most of its time on those of other
-- people; a number made of the id comes first and tells these apart at half the cost, and the id itself still decides.
-- Without the number the index would have to be read as a whole, and no question knows it. So nothing stands in it as a
-- question would put it (texts have a collation of their own, spans are put together anew): the planner, which would
-- believe it to be cheap, goes by the person.

SET ROLE ${projectorRole};

ALTER TABLE read.standing
    DROP CONSTRAINT standing_once,
    ADD CONSTRAINT standing_once EXCLUDE USING gist (
        hashtextextended(person, 0) WITH =,
        person COLLATE "C" WITH =,
        daterange(lower(valid), upper(valid)) WITH &&,
        int8range(lower(known), upper(known)) WITH &&);
ALTER TABLE read.year_total
    DROP CONSTRAINT year_total_once,
    ADD CONSTRAINT year_total_once EXCLUDE USING gist (
        hashtextextended(person, 0) WITH =,
        person COLLATE "C" WITH =,
        daterange(lower(valid), upper(valid)) WITH &&,
        int8range(lower(known), upper(known)) WITH &&);
ALTER TABLE read.registration
    DROP CONSTRAINT registration_once,
    ADD CONSTRAINT registration_once EXCLUDE USING gist (
        hashtextextended(person, 0) WITH =,
        person COLLATE "C" WITH =,
        registration WITH =,
        daterange(lower(valid), upper(valid)) WITH &&,
        int8range(lower(known), upper(known)) WITH &&);
ALTER TABLE read.membership
    DROP CONSTRAINT membership_once,
    ADD CONSTRAINT membership_once EXCLUDE USING gist (
        hashtextextended(person, 0) WITH =,
        person COLLATE "C" WITH =,
        institution COLLATE "C" WITH =,
        daterange(lower(valid), upper(valid)) WITH &&,
        int8range(lower(known), upper(known)) WITH &&);
ALTER TABLE read.occurrence
    DROP CONSTRAINT occurrence_once,
    ADD CONSTRAINT occurrence_once EXCLUDE USING gist (
        hashtextextended(person, 0) WITH =,
        person COLLATE "C" WITH =,
        notice COLLATE "C" WITH =,
        kind COLLATE "C" WITH =,
        int8range(lower(known), upper(known)) WITH &&);

DROP INDEX read.standing_open, read.year_total_open, read.registration_open, read.membership_open,
    read.occurrence_open;
CREATE INDEX standing_person ON read.standing (person);
CREATE INDEX year_total_person ON read.year_total (person);
CREATE INDEX registration_person ON read.registration (person);
CREATE INDEX membership_person ON read.membership (person);
CREATE INDEX occurrence_person ON read.occurrence (person);

RESET ROLE;

-- Every row is held against all others of its person. Comparing ids, the index spends most of its time on those of other
-- people; a number made of the id comes first and tells these apart at half the cost, and the id itself still decides.
-- The id stands there under a collation of its own, so that questions about a person, which know nothing of the number,
-- are not led into this index, which would have to be read as a whole, but go by the person alone.

SET ROLE ${projectorRole};

ALTER TABLE read.standing
    DROP CONSTRAINT standing_once,
    ADD CONSTRAINT standing_once EXCLUDE USING gist
        (hashtextextended(person, 0) WITH =, person COLLATE "C" WITH =, valid WITH &&, known WITH &&);
ALTER TABLE read.year_total
    DROP CONSTRAINT year_total_once,
    ADD CONSTRAINT year_total_once EXCLUDE USING gist
        (hashtextextended(person, 0) WITH =, person COLLATE "C" WITH =, valid WITH &&, known WITH &&);
ALTER TABLE read.registration
    DROP CONSTRAINT registration_once,
    ADD CONSTRAINT registration_once EXCLUDE USING gist
        (hashtextextended(person, 0) WITH =, person COLLATE "C" WITH =, registration WITH =, valid WITH &&,
         known WITH &&);
ALTER TABLE read.membership
    DROP CONSTRAINT membership_once,
    ADD CONSTRAINT membership_once EXCLUDE USING gist
        (hashtextextended(person, 0) WITH =, person COLLATE "C" WITH =, institution WITH =, valid WITH &&,
         known WITH &&);
ALTER TABLE read.occurrence
    DROP CONSTRAINT occurrence_once,
    ADD CONSTRAINT occurrence_once EXCLUDE USING gist
        (hashtextextended(person, 0) WITH =, person COLLATE "C" WITH =, notice WITH =, kind WITH =, known WITH &&);

DROP INDEX read.standing_open, read.year_total_open, read.registration_open, read.membership_open,
    read.occurrence_open;
CREATE INDEX standing_person ON read.standing (person);
CREATE INDEX year_total_person ON read.year_total (person);
CREATE INDEX registration_person ON read.registration (person);
CREATE INDEX membership_person ON read.membership (person);
CREATE INDEX occurrence_person ON read.occurrence (person);

RESET ROLE;

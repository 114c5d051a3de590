-- Whether an appeal of the person is open on a day, which every answer about them says (TJ-34).

SET ROLE ${projectorRole};

ALTER TABLE read.standing ADD COLUMN objected boolean NOT NULL DEFAULT false;
ALTER TABLE read.standing ALTER COLUMN objected DROP DEFAULT;

RESET ROLE;

-- A notice that was entered wrongly can be entered anew, and a score that fell by an entry that was wrong stands again:
-- each time is a row of its own, so that what is known at every position stays true.

SET ROLE ${projectorRole};

ALTER TABLE reactor.score DROP CONSTRAINT score_pkey, ADD PRIMARY KEY (person, notice, scored);

RESET ROLE;

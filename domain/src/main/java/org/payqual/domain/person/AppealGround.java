package org.payqual.domain.person;

/** What an appeal objects to, and what a decision on it finds to be wrong (TJ-34.2, 34.4). */
public enum AppealGround {
    /** Somebody else did it. */
    WRONG_PERSON,
    /** One act was counted twice (TJ-25). */
    SAME_ACT_TWICE,
    /** The degree of responsibility is another (TJ-30). */
    WRONG_DEGREE,
    /** The notice was never received (TJ-34.1). */
    NOTICE_NOT_RECEIVED,
    /** It was otherwise than the notice says. */
    FACTS,
    /** Another rule applies, or none. */
    RULE
}

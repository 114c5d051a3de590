package org.payqual.domain.ledger;

/**
 * Carries a {@link Problem} out of an entrance of the program to where it is answered. Deciding never throws it: there
 * a refusal is a value.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Carries a problem. */
    public ProblemException(Problem problem) {
        super(problem.getClass().getSimpleName(), null, false, false);
        this.problem = problem;
    }

    /** Gives the problem carried. */
    public Problem problem() {
        return problem;
    }
}

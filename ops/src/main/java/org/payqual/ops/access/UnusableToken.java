package org.payqual.ops.access;

import org.payqual.ops.problem.ProblemAnswer;
import org.payqual.ops.problem.ProblemKind;
import org.springframework.security.core.AuthenticationException;

/** A token that is genuine but says too little, or too much, to act on. */
final class UnusableToken extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String zh;
    private final String en;

    UnusableToken(String code, String zh, String en) {
        super(code);
        this.code = code;
        this.zh = zh;
        this.en = en;
    }

    ProblemAnswer answer() {
        return ProblemAnswer.of(ProblemKind.FORBIDDEN, code, zh, en);
    }
}

package org.payqual.query.settlement;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.payqual.query.settlement.index.Question;

/**
 * One line of a settlement: one service.
 *
 * @param person the person's national code, or id in the ledger
 * @param institution code of the institution at which the service was given
 * @param validAt the day of the service
 * @param exception what it is said to be beyond the ordinary; absent for nothing
 * @param reason under which the agency keeps its reason for another special case: a code, never text
 */
public record SettlementLine(
        @Schema(description = "医保相关人员代码，或账本中的人员标识 / the person's national code, or id here")
        String person,

        String institution,

        @Schema(description = "服务之日 / the day of the service")
        LocalDate validAt,

        @Nullable ExceptionClaimed exception,

        @Schema(description = "经办机构理由的编号 / under which the agency keeps its reason") @Nullable
        String reason) {

    /** How the number of a reason is written. */
    static final String REASON = "[A-Za-z0-9._-]{1,64}";

    /** Asks what the line asks. */
    Question question() {
        ExceptionClaimed claimed = exception == null ? ExceptionClaimed.NONE : exception;
        return new Question(person, institution, validAt, claimed.with(reason));
    }
}

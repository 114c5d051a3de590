package org.payqual.ops.store;

import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.payqual.command.dispatch.Causes;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Knows when two orders met at the same sequence of a stream: by SQLSTATE and the constraint, in PostgreSQL's terms.
 */
final class StreamCollisions implements PersistenceExceptionResolver {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String CONSTRAINT = "sequence_once_in_stream";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return Causes.sqlState(exception).filter(UNIQUE_VIOLATION::equals).isPresent()
                && Causes.find(exception, PSQLException.class)
                        .map(PSQLException::getServerErrorMessage)
                        .map(ServerErrorMessage::getConstraint)
                        .filter(CONSTRAINT::equals)
                        .isPresent();
    }
}

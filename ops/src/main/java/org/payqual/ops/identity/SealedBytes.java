package org.payqual.ops.identity;

import java.sql.ResultSet;
import java.sql.SQLException;

/** What a {@link Sealer} gave: unreadable without its key. */
final class SealedBytes {

    private final byte[] content;

    private SealedBytes(byte[] content) {
        this.content = content;
    }

    static SealedBytes of(byte[] content) {
        return new SealedBytes(content.clone());
    }

    /** Reads a column that is not null. */
    static SealedBytes of(ResultSet row, String column) throws SQLException {
        return new SealedBytes(row.getBytes(column));
    }

    byte[] content() {
        return content.clone();
    }
}

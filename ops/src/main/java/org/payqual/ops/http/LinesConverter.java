package org.payqual.ops.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServerHttpResponse;

/**
 * Lets an answer that comes line by line write itself.
 *
 * @param <T> the answer
 */
final class LinesConverter<T> extends AbstractHttpMessageConverter<T> {

    private final Class<T> type;
    private final Writing<T> writing;

    /** How an answer writes itself. */
    interface Writing<T> {
        void write(T answer, ServerHttpResponse response) throws IOException;
    }

    LinesConverter(Class<T> type, Writing<T> writing) {
        super(MediaType.APPLICATION_NDJSON);
        this.type = type;
        this.writing = writing;
    }

    @Override
    protected boolean supports(Class<?> asked) {
        return asked == type;
    }

    @Override
    public boolean canRead(Class<?> asked, @Nullable MediaType media) {
        return false;
    }

    @Override
    protected T readInternal(Class<? extends T> asked, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("answers are not read", message);
    }

    @Override
    protected void writeInternal(T answer, HttpOutputMessage message) throws IOException {
        writing.write(answer, (ServerHttpResponse) message);
    }
}

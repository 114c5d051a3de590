package org.payqual.query.settlement;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServerHttpResponse;

/** Lets a stream of answers write itself. */
public final class AnswerStreamConverter extends AbstractHttpMessageConverter<AnswerStream> {

    /** Creates the converter. */
    public AnswerStreamConverter() {
        super(MediaType.APPLICATION_NDJSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == AnswerStream.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    protected AnswerStream readInternal(Class<? extends AnswerStream> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("answers are not read", message);
    }

    @Override
    protected void writeInternal(AnswerStream stream, HttpOutputMessage message) throws IOException {
        stream.writeTo((ServerHttpResponse) message);
    }
}

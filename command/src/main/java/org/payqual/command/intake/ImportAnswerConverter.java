package org.payqual.command.intake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServerHttpResponse;

/** Lets the work on a file write its answer. */
public final class ImportAnswerConverter extends AbstractHttpMessageConverter<ImportAnswer> {

    /** Creates the converter. */
    public ImportAnswerConverter() {
        super(MediaType.APPLICATION_NDJSON);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type == ImportAnswer.class;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType media) {
        return false;
    }

    @Override
    protected ImportAnswer readInternal(Class<? extends ImportAnswer> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("answers are not read", message);
    }

    @Override
    protected void writeInternal(ImportAnswer answer, HttpOutputMessage message) throws IOException {
        answer.writeTo((ServerHttpResponse) message);
    }
}

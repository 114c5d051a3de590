package org.payqual.query.settlement;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Actor;
import org.payqual.query.settlement.LineChecks.AnsweredLines;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectWriter;

/**
 * Answers many settlement lines: some thousands in one document, or any number as a stream of lines. The bodies are
 * read in pieces, so that memory does not grow with them.
 */
@RestController
@Tag(name = "settlement")
public class SettlementCheckController {

    /** Takes a document of lines. */
    public static final String CHECKS = "/api/v1/settlement/checks";

    /** Takes a stream of lines. */
    public static final String STREAM = "/api/v1/settlement/checks/stream";

    /** The most bytes of a document of lines. */
    public static final long MOST_BYTES = LineReader.MOST_BYTES;

    private final LineChecks checks;
    private final ObjectWriter writer;

    SettlementCheckController(LineChecks checks, ObjectWriter lineWriter) {
        this.checks = checks;
        this.writer = lineWriter;
    }

    @PostMapping(path = CHECKS, consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Ability.READ_SETTLEMENTS)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = SettlementLines.class)))
    SettlementAnswers checkSettlements(HttpServletRequest request, Actor actor) throws IOException {
        AnsweredLines run = checks.check(document(request), actor);
        return new SettlementAnswers(run.reflects(), run.answers());
    }

    @PostMapping(
            path = STREAM,
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Needs(Ability.READ_SETTLEMENTS)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(implementation = SettlementLine.class)))
    @ApiResponse(
            responseCode = "200",
            description = "每行一个答复，末行说明是否完整 / one answer a line, the last line says whether that is all",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(oneOf = {LineAnswer.class, StreamEnd.class})))
    AnswerStream streamSettlements(HttpServletRequest request, Actor actor) throws IOException {
        return AnswerStream.begin(
                new LineStream(request.getInputStream(), request.getContentLengthLong()), checks, actor, writer);
    }

    private static List<ReadLine> document(HttpServletRequest request) throws IOException {
        try {
            return LineDocument.read(request.getInputStream());
        } catch (JacksonException malformed) {
            throw new HttpMessageNotReadableException("lines", malformed, new ServletServerHttpRequest(request));
        }
    }
}

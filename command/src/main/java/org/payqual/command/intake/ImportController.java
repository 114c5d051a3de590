package org.payqual.command.intake;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.payqual.command.Submission;
import org.payqual.domain.access.Ability;
import org.payqual.domain.access.Needs;
import org.payqual.domain.ledger.Problem;
import org.payqual.domain.ledger.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes whole files. */
@RestController
@Tag(name = "imports")
public class ImportController {

    /** Takes a file. */
    public static final String PATH = "/api/v1/imports";

    /** The most bytes of a file. */
    public static final long MOST_BYTES = Spool.MOST_BYTES;

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DIGEST = "Content-Digest";

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping(
            path = PATH,
            consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, "text/csv", WORKBOOK},
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    @Needs(value = Ability.IMPORT, permitsInside = true)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "200",
            description = "每行一条：进度、未导入的行及原因，末行为结果 / a line each: progress, rows not taken and why, last how it ended",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                            schema = @Schema(oneOf = ImportLine.class)))
    ImportAnswer importFile(
            @RequestParam(defaultValue = "WHOLE") Apply apply, HttpServletRequest request, Submission submission)
            throws IOException {
        if (submission.expectedVersion() != null) {
            throw new ProblemException(new Problem.Malformed(
                    "if-match-not-here",
                    "If-Match",
                    "导入不针对某一条记录，不得带 If-Match。",
                    "An import is about many; it takes no If-Match."));
        }
        return imports.begin(
                request.getInputStream(), request.getContentLengthLong(), request.getHeader(DIGEST), apply, submission);
    }
}

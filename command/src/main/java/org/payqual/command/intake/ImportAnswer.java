package org.payqual.command.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.OutputStream;
import org.springframework.http.server.ServerHttpResponse;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The work on a file that was taken in, which writes its answer while it is done: a line for every row that is not
 * taken, some that say how far it is, and a last one.
 */
public final class ImportAnswer {

    private static final ObjectWriter JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .writer();

    private static final long FLUSH_NS = 200_000_000;

    /** The work. */
    interface Work {
        void run(Intake.Report report) throws IOException;
    }

    private final Work work;
    private final Runnable end;
    private long flushed;

    ImportAnswer(Work work, Runnable end) {
        this.work = work;
        this.end = end;
    }

    /**
     * Does the work; what is recorded when nobody takes the answer any more stays recorded.
     *
     * @throws IOException if nobody takes the answer
     */
    public void writeTo(ServerHttpResponse response) throws IOException {
        try {
            OutputStream out = response.getBody();
            response.flush();
            work.run(line -> write(line, out, response));
            response.flush();
        } finally {
            end.run();
        }
    }

    /** Tells progress as often as somebody can see it, and everything else at once. */
    private void write(ImportLine line, OutputStream out, ServerHttpResponse response) throws IOException {
        ImportLine.Progress progress = line.progress();
        boolean due = System.nanoTime() - flushed >= FLUSH_NS;
        if (progress == null || due || progress.done() == 0 || progress.done() >= progress.all()) {
            out.write(JSON.writeValueAsBytes(line));
            out.write('\n');
        }
        if (due) {
            flushed = System.nanoTime();
            response.flush();
        }
    }
}

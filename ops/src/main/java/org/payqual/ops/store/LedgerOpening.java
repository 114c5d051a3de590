package org.payqual.ops.store;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.payqual.command.dispatch.AdoptedLaw;
import org.payqual.command.dispatch.OpenLedger;
import org.payqual.command.dispatch.Outcome;
import org.payqual.command.dispatch.Recorder;
import org.payqual.command.dispatch.Target;
import org.payqual.domain.Events;
import org.payqual.domain.calendar.ShippedCalendars;
import org.payqual.domain.law.Law;
import org.payqual.domain.law.LawCommand;
import org.payqual.domain.ledger.LedgerOpened;
import org.payqual.domain.rulebook.ShippedRulebooks;
import org.payqual.ops.postgres.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the ledger at its first start, and a sample with the law of the place that the sample shows. */
final class LedgerOpening {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerOpening.class);

    private static final int KNOWN_FORMAT = 0;

    /** The people and institutions of the sample are of Tianjin; another place's rules are adopted by whoever asks. */
    private static final List<String> LAW_OF_THE_SAMPLE = List.of("tianjin-2025");

    private final JdbcClient jdbc;
    private final Recorder recorder;
    private final AdoptedLaw law;

    LedgerOpening(DataSource ledger, Recorder recorder, AdoptedLaw law) {
        this.jdbc = JdbcClient.create(ledger);
        this.recorder = recorder;
        this.law = law;
    }

    /**
     * Finds the ledger, or opens one. Two programs that start at once open one ledger.
     *
     * @param sample whether it shall be a sample, where the operator said so
     * @param usually whether it shall be one where the operator said nothing
     * @throws StartRefused if the ledger that is there is of another kind or form
     */
    OpenedLedger open(@Nullable Boolean sample, boolean usually) {
        OpenedLedger ledger = find().orElseGet(() -> first(sample == null ? usually : sample));
        if (ledger.format() != KNOWN_FORMAT) {
            throw new StartRefused("The ledger is of format " + ledger.format() + ", and this program knows format "
                    + KNOWN_FORMAT + ".");
        }
        if (sample != null && sample != ledger.sample()) {
            throw new StartRefused("payqual.sample is " + sample + ", but the ledger was opened as "
                    + (ledger.sample() ? "a sample" : "a real one") + ", and stays so.");
        }
        if (ledger.sample()) {
            adoptLawOfTheSample();
        }
        return ledger;
    }

    private OpenedLedger first(boolean sample) {
        String id = UUID.randomUUID().toString();
        try {
            recorder.submitAsProgram(Target.ledger(id), new OpenLedger(sample));
        } catch (RuntimeException another) {
            return find().orElseThrow(() -> another);
        }
        return find().orElseThrow();
    }

    private Optional<OpenedLedger> find() {
        return jdbc.sql("""
                        SELECT payload_type, payload_revision, payload FROM ledger.domain_event_entry
                        WHERE payload_type = 'ledger.opened'
                        """)
                .query((row, number) ->
                        (LedgerOpened) Events.codec().decode(row.getString(1), row.getInt(2), row.getBytes(3)))
                .optional()
                .map(it -> new OpenedLedger(it.ledger(), it.format(), it.sample()));
    }

    private void adoptLawOfTheSample() {
        Law adopted = law.current();
        Stream<LawCommand> rulebooks = missing(
                        LAW_OF_THE_SAMPLE, id -> adopted.rulebooks().byId(id).isPresent())
                .map(id ->
                        new LawCommand.AdoptRulebook(ShippedRulebooks.file(id).orElseThrow()));
        Stream<LawCommand> calendars = missing(
                        ShippedCalendars.ids(),
                        id -> adopted.calendars().byId(id).isPresent())
                .map(id ->
                        new LawCommand.AdoptCalendar(ShippedCalendars.file(id).orElseThrow()));
        Stream.concat(rulebooks, calendars).forEach(command -> {
            if (recorder.submitAsProgram(Target.law(), command) instanceof Outcome.Refused refused) {
                LOG.warn(
                        "law that comes with the product is not adopted: {}",
                        refused.refusal().code());
            }
        });
    }

    private static Stream<String> missing(List<String> ids, Predicate<String> adopted) {
        return ids.stream().filter(id -> !adopted.test(id));
    }
}

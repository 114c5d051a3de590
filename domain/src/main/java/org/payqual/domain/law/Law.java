package org.payqual.domain.law;

import java.util.List;
import org.payqual.domain.calendar.CalendarAdoption;
import org.payqual.domain.calendar.WorkingDays;
import org.payqual.domain.calendar.YearCalendar;
import org.payqual.domain.file.Fault;
import org.payqual.domain.law.LawCommand.AdoptCalendar;
import org.payqual.domain.law.LawCommand.AdoptRulebook;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.LawEvent;
import org.payqual.domain.ledger.LawEvent.CalendarAdopted;
import org.payqual.domain.ledger.LawEvent.RulebookAdopted;
import org.payqual.domain.ledger.MalformedHistory;
import org.payqual.domain.ledger.Refusal;
import org.payqual.domain.ledger.Refusal.Kind;
import org.payqual.domain.rulebook.Adoption;
import org.payqual.domain.rulebook.Rulebook;
import org.payqual.domain.rulebook.Rulebooks;

/**
 * The law adopted so far: nothing else decides.
 *
 * @param rulebooks the rulebooks adopted
 * @param calendars the calendars adopted
 * @param version the sequence number of the last event; -1 before the first
 */
public record Law(Rulebooks rulebooks, WorkingDays calendars, long version) {

    /** The law of a ledger that adopted nothing yet. */
    public static final Law NONE = new Law(Rulebooks.none(), WorkingDays.none(), -1);

    /** The code of the refusal of a file that is adopted already, byte for byte. */
    public static final String ADOPTED_ALREADY = "adopted-already";

    /** The code of the refusal of a file with faults; reading it tells them all. */
    public static final String FILE_FAULTY = "file-faulty";

    /** Decides a command: other bytes under a used id are refused. */
    public Decision<LawEvent> decide(LawCommand command) {
        return switch (command) {
            case AdoptRulebook adopt ->
                switch (rulebooks.adopt(adopt.file())) {
                    case Adoption.Adopted adopted -> accepted(adopted(adopted.rulebook(), adopt.file()));
                    case Adoption.Known known -> adoptedAlready();
                    case Adoption.Faulty faulty -> faulty(faulty.faults());
                    case Adoption.Refused refused -> new Decision.Refused<>(refused.refusal());
                };
            case AdoptCalendar adopt ->
                switch (calendars.adopt(adopt.file())) {
                    case CalendarAdoption.Adopted adopted -> accepted(adopted(adopted.calendar(), adopt.file()));
                    case CalendarAdoption.Known known -> adoptedAlready();
                    case CalendarAdoption.Faulty faulty -> faulty(faulty.faults());
                    case CalendarAdoption.Refused refused -> new Decision.Refused<>(refused.refusal());
                };
        };
    }

    /**
     * Folds one event.
     *
     * @throws MalformedHistory if the event cannot follow, or tells of another file than it carries
     */
    public static Law evolve(Law law, LawEvent event) {
        return switch (event) {
            case RulebookAdopted it -> {
                if (!(law.rulebooks.adopt(it.file()) instanceof Adoption.Adopted adopted)
                        || !adopted.rulebook().id().equals(it.rulebook())
                        || !adopted.rulebook().sha256().equals(it.sha256())) {
                    throw new MalformedHistory("rulebook " + it.rulebook() + " cannot have been adopted so");
                }
                yield new Law(adopted.all(), law.calendars, law.version + 1);
            }
            case CalendarAdopted it -> {
                if (!(law.calendars.adopt(it.file()) instanceof CalendarAdoption.Adopted adopted)
                        || !adopted.calendar().id().equals(it.calendar())
                        || !adopted.calendar().sha256().equals(it.sha256())) {
                    throw new MalformedHistory("calendar " + it.calendar() + " cannot have been adopted so");
                }
                yield new Law(law.rulebooks, adopted.all(), law.version + 1);
            }
        };
    }

    private static LawEvent adopted(Rulebook rulebook, byte[] file) {
        return new RulebookAdopted(rulebook.id(), rulebook.sha256(), rulebook.effectiveFrom(), file);
    }

    private static LawEvent adopted(YearCalendar calendar, byte[] file) {
        return new CalendarAdopted(calendar.id(), calendar.year(), calendar.sha256(), file);
    }

    private static Decision<LawEvent> accepted(LawEvent event) {
        return new Decision.Accepted<>(List.of(event));
    }

    private static Decision<LawEvent> adoptedAlready() {
        return refused(ADOPTED_ALREADY, "该文件已采纳", "this very file is adopted already");
    }

    private static Decision<LawEvent> faulty(List<Fault> faults) {
        return refused(FILE_FAULTY, "文件有 " + faults.size() + " 处错误", "the file has " + faults.size() + " faults");
    }

    private static Decision<LawEvent> refused(String code, String zh, String en) {
        return new Decision.Refused<>(new Refusal(Kind.CONFLICT, code, null, "file", zh, en));
    }
}

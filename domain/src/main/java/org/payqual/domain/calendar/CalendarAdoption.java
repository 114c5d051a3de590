package org.payqual.domain.calendar;

import java.util.List;
import org.payqual.domain.file.Fault;
import org.payqual.domain.ledger.Refusal;

/** What comes of handing in a calendar's file for adoption. */
public sealed interface CalendarAdoption {

    /**
     * It can be adopted.
     *
     * @param calendar the new one
     * @param all the working days with it
     */
    record Adopted(YearCalendar calendar, WorkingDays all) implements CalendarAdoption {}

    /**
     * The very same file is adopted already; nothing changes.
     *
     * @param calendar which it is
     */
    record Known(YearCalendar calendar) implements CalendarAdoption {}

    /**
     * The file has faults.
     *
     * @param faults all of them
     */
    record Faulty(List<Fault> faults) implements CalendarAdoption {

        /** Copies the faults. */
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /**
     * It does not go with what is adopted.
     *
     * @param refusal why
     */
    record Refused(Refusal refusal) implements CalendarAdoption {}
}

package org.payqual.domain.person;

import static org.payqual.domain.person.Refusals.conflict;
import static org.payqual.domain.person.Refusals.unknown;
import static org.payqual.domain.person.Refusals.unlawful;

import java.time.LocalDate;
import org.payqual.domain.ledger.Decision;
import org.payqual.domain.ledger.Provision;

/** Every reason for which a record is not corrected, and an identity neither corrected nor erased. */
final class RecordRefusals {

    private RecordRefusals() {}

    static Decision<PersonEvent> unknownEntry(long entry) {
        return unknown(
                "unknown-entry", "entry", "没有该序号的记录：" + entry, "nothing is recorded under that number: " + entry);
    }

    static Decision<PersonEvent> correctedAlready(long entry, long by) {
        return conflict(
                "corrected-already",
                "entry",
                "第 " + entry + " 号记录已由第 " + by + " 号更正",
                "entry " + entry + " was corrected already, by entry " + by);
    }

    static Decision<PersonEvent> notCorrectable(long entry) {
        return conflict(
                "entry-not-correctable",
                "entry",
                "第 " + entry + " 号记录不是经办人员录入的事项，不能更正",
                "entry " + entry + " is none that a clerk enters, so it cannot be a clerk's error");
    }

    static Decision<PersonEvent> consequence(long entry, long opening) {
        return conflict(
                "entry-is-consequence",
                "entry",
                "第 " + entry + " 号记录由第 " + opening + " 号产生，须更正后者",
                "entry " + entry + " follows from entry " + opening + "; correct that one");
    }

    static Decision<PersonEvent> restsOn(long entry, long resting) {
        return conflict(
                "entry-is-built-on",
                "entry",
                "第 " + resting + " 号记录以第 " + entry + " 号为依据，须先更正前者",
                "entry " + resting + " rests on entry " + entry + "; correct that one first");
    }

    static Decision<PersonEvent> fellOtherwise(String notice) {
        return conflict(
                "not-fallen-so",
                "notice",
                "该记分未因处理决定被撤销而撤销：" + notice,
                "the score did not fall with its handling: " + notice);
    }

    static Decision<PersonEvent> appealOpen(String appeal) {
        return conflict(
                "appeal-open",
                "entry",
                "对该记分的申诉尚未办结，由申诉决定处理：" + appeal,
                "an appeal against the score is open and decides on it: " + appeal);
    }

    static Decision<PersonEvent> identityUnchanged() {
        return conflict("identity-unchanged", null, "与在册身份信息相同，无可更正", "the identity on record is the same");
    }

    static Decision<PersonEvent> identityErased() {
        return conflict("identity-erased", null, "该人员的身份信息已删除", "the person's identity was erased");
    }

    static Decision<PersonEvent> identityBars(Provision provision, LocalDate until) {
        return identityNeeded(
                provision,
                "支付资格暂停或终止的期限至 " + until + " 届满，此前不得删除",
                "a measure runs until " + until + "; erased, the person would come back as new");
    }

    static Decision<PersonEvent> identityUnrestored(Provision provision) {
        return identityNeeded(
                provision,
                "暂停或终止期满但尚未恢复资格，不得删除",
                "a measure's term is served but the person is not restored; erased, they would come back as new");
    }

    static Decision<PersonEvent> identityScored(Provision provision, int year) {
        return identityNeeded(
                provision,
                year + " 年的记分仍有效，年度终了前不得删除",
                "scores of " + year + " stand and count to the end of that year");
    }

    static Decision<PersonEvent> identityObjects(Provision provision, String appeal) {
        return identityNeeded(
                provision, "申诉尚未办结：" + appeal, "an appeal is open and its texts would be lost: " + appeal);
    }

    static Decision<PersonEvent> identityRegistered(Provision provision, String institution) {
        return identityNeeded(
                provision,
                "仍在该机构登记备案，或已登记将来的备案：" + institution,
                "a registration at " + institution + " holds or is to begin, and says whom it registers");
    }

    private static Decision<PersonEvent> identityNeeded(Provision provision, String zh, String en) {
        return unlawful("identity-needed", provision, null, zh, en);
    }
}

package org.payqual.domain.scenario;

import java.nio.charset.StandardCharsets;

/** A file that says everything that can be said. */
final class EveryStep {

    static final String TEXT = """
            format: 1
            rulebook: tianjin-2025
            scenarios:
              - name: 一切步骤
                cites: [TJ-31.2.1, NG-10-12]
                institutions:
                  - {code: H2, kind: HOSPITAL, public: false, region: '120102', agreementSigned: 2025-01-03, chain: C1}
                  - {code: P2, kind: PHARMACY, region: 120104}
                people: [A, B]
                steps:
                  - {date: 2025-01-06, recorded: 2025-01-07, who: [A, B], commit: {at: H1}}
                  - {date: 2025-01-07, who: A, register: {at: H1, role: MEDICAL, primary: true}, refused: TJ-18}
                  - {date: 2025-02-01, who: A, amend: {at: H1, role: NURSING, primary: false}}
                  - {date: 2025-02-02, who: A, depart: {at: H1}}
                  - date: 2025-03-03
                    who: A
                    score:
                      notice: N1
                      inspection: I1
                      at: H2
                      handling: ADMINISTRATIVE_PENALTY
                      handlingId: D1
                      starts: 2025-04-01
                      months: 3
                      monthsReason: the harm was slight
                      basis: 38
                      heard: true
                      findings:
                        - {violation: V1, circumstance: TJ-27.1, responsibility: PRIMARY, points: 6, acted: 2025-01-01,
                           article: '39', reason: the officer's}
                        - {violation: V2, circumstance: TJ-28.1}
                  - {date: 2025-03-05, who: A, serve: {notice: N1, to: [INSTITUTION, PERSON], received: 2025-03-06,
                      appealBy: 2025-03-13}}
                  - {date: 2025-03-07, who: A, interview: {notice: N1}}
                  - {date: 2025-03-07, who: A, remind: {notice: N1, by: AGENCY}}
                  - {date: 2025-03-08, who: A, train: {at: H1}}
                  - {date: 2025-03-09, who: A, appeal: {id: A1, notice: N1, by: INSTITUTION, signed: true, sealed: false}}
                  - {date: 2025-03-10, who: A, explain: {id: A1}}
                  - {date: 2025-03-11, who: A, escalate: {id: A1}}
                  - {date: 2025-03-12, who: A, expertReview: {id: A1, reason: it was asked for}}
                  - {date: 2025-03-13, who: A, decideAppeal: {id: A1, outcome: ADJUSTED, reason: less was shown,
                      findings: [{violation: V1, circumstance: TJ-26.1, responsibility: GENERAL}]}}
                  - {date: 2025-03-14, who: A, requestRepair: {id: R1, path: TRAINING_EXAM, points: 2, approved: true}}
                  - {date: 2025-03-15, who: A, grantRepair: {id: R1, shorten: false}}
                  - {date: 2025-03-16, who: A, refuseRepair: {id: R2, reason: nothing was mended}}
                  - {date: 2025-03-17, who: A, requestRestoration: {id: S1, approved: true, direct: false}}
                  - {date: 2025-03-18, who: A, preReview: {id: S1, passed: true, reason: all is there}}
                  - {date: 2025-03-19, who: A, decideRestoration: {id: S1, granted: true, reason: all is there}}
                  - {date: 2025-03-20, overturn: {handlingId: D1, reason: a court annulled it}}
                  - {date: 2025-03-20, who: A, overturn: {notice: N1}}
                  - {date: 2025-03-21, who: A, merge: {into: B, reason: one and the same}}
                expect:
                  - {who: A, date: 2025-03-03, known: 2025-03-04, standing: SUSPENDED, points: 9, until: 2025-06-01,
                     termServed: false, keySupervision: true, cites: [TJ-31.2.1]}
                  - {who: [A, B], date: 2025-03-03, payable: {at: H1, emergency: true}, is: false, cites: TJ-21.1}
                  - {date: 2025-03-03, ratio: {at: H1, year: 2025}, is: 0.25, threshold: SETTLEMENT, cites: TJ-33}
                  - {who: A, date: 2025-03-03, due: APPEAL, dueOn: 2025-03-13}
                  - {who: B, date: 2025-03-03, points: 0}
                  - {date: 2025-03-03, ratio: {at: H1, year: 2025}, is: 1}
                  - {who: A, standing: NORMAL, payable: {at: H1}, is: true, cites: TJ-36}
            """;

    private EveryStep() {}

    static byte[] bytes() {
        return TEXT.getBytes(StandardCharsets.UTF_8);
    }
}

package org.payqual.domain.naive;

import java.util.List;
import java.util.stream.Collectors;
import org.payqual.domain.naive.Happening.Found;
import org.payqual.domain.naive.Happening.Noticed;

/** Writes a life as the steps of a scenario, so that one that fails can be played and kept. */
final class Written {

    private static final List<String> DEGREES = List.of("GENERAL", "IMPORTANT", "PRIMARY");

    private Written() {}

    static String steps(List<Happening> life) {
        return life.stream().map(it -> "      - " + step(it)).collect(Collectors.joining("\n"));
    }

    static String step(Happening happening) {
        return "{date: " + happening.day() + ", " + act(happening) + "}";
    }

    private static String act(Happening happening) {
        return switch (happening) {
            case Happening.Committed it -> "commit: {at: " + it.place() + "}";
            case Happening.Registered it ->
                "register: {at: " + it.place() + ", role: " + (it.place().equals("P1") ? "PHARMACY_OTHER" : "MEDICAL")
                        + "}";
            case Happening.Departed it -> "depart: {at: " + it.place() + "}";
            case Noticed it -> "score: " + score(it);
            case Happening.Served it ->
                "serve: {notice: " + it.notice() + ", to: " + it.to() + ", received: " + it.day()
                        + (it.appealBy() == null ? "" : ", appealBy: " + it.appealBy()) + "}";
            case Happening.Overturned it -> "overturn: {notice: " + it.notice() + ", reason: overturned}";
            case Happening.Appealed it ->
                "appeal: {id: " + it.appeal() + ", notice: " + it.notice() + ", by: " + it.by() + ", signed: "
                        + it.signed() + ", sealed: " + it.sealed() + "}";
            case Happening.Explained it -> "explain: {id: " + it.appeal() + "}";
            case Happening.Escalated it -> "escalate: {id: " + it.appeal() + "}";
            case Happening.Reviewed it -> "expertReview: {id: " + it.appeal() + "}";
            case Happening.Withdrawn it -> "withdraw: {id: " + it.appeal() + "}";
            case Happening.Decided it ->
                "decideAppeal: {id: " + it.appeal() + ", outcome: " + it.outcome() + ", reason: decided"
                        + (it.found().isEmpty() ? "" : ", findings: " + findings(it.found())) + "}";
            case Happening.RepairAsked it ->
                "requestRepair: {id: " + it.repair() + ", path: " + it.way() + ", points: " + it.points()
                        + ", approved: " + it.approved() + "}";
            case Happening.RepairGranted it -> "grantRepair: {id: " + it.repair() + ", shorten: " + it.shorten() + "}";
            case Happening.RepairRefused it -> "refuseRepair: {id: " + it.repair() + ", reason: refused}";
            case Happening.RestorationAsked it ->
                "requestRestoration: {id: " + it.restoration() + ", approved: " + it.approved() + "}";
            case Happening.RestorationDecided it ->
                "decideRestoration: {id: " + it.restoration() + ", granted: " + it.granted() + ", reason: decided}";
        };
    }

    private static String score(Noticed it) {
        return "{notice: " + it.notice() + ", inspection: " + it.inspection() + ", at: " + it.place() + ", handling: "
                + it.ground() + (it.starts().equals(it.day()) ? "" : ", starts: " + it.starts()) + ", findings: "
                + findings(it.found()) + "}";
    }

    private static String findings(List<Found> findings) {
        return findings.stream()
                .map(it -> "{violation: " + it.violation() + ", circumstance: " + it.circumstance()
                        + ", responsibility: " + DEGREES.get(it.degree()) + ", acted: " + it.acted()
                        + ", reason: found}")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}

package org.payqual.ops.system;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.institution.InstitutionCommand.Designate;
import org.payqual.domain.ledger.Provision;
import org.payqual.domain.ledger.Role;
import org.payqual.domain.rulebook.Duty;
import org.payqual.domain.rulebook.HandlingKind;
import org.payqual.domain.rulebook.InstitutionRatio.RatioEffect;
import org.payqual.domain.rulebook.Share;
import org.payqual.domain.rulebook.StandingKind;
import org.payqual.domain.scenario.Engine;
import org.payqual.domain.scenario.Entry;
import org.payqual.domain.scenario.Pay;
import org.payqual.domain.scenario.Premises;
import org.payqual.domain.scenario.Ratio;
import org.payqual.domain.scenario.Reply;
import org.payqual.domain.scenario.Stand;
import org.payqual.ops.probe.Call.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays scenarios over HTTP against the whole program: every world has institutions, people and ids of its own. */
final class HttpEngine implements Engine {

    private static final AtomicInteger WORLDS = new AtomicInteger();

    private final RunningPayqual payqual;
    private final String region;

    /** Plays in a region, whose rulebook the ledger has adopted. */
    HttpEngine(RunningPayqual payqual, String region) {
        this.payqual = payqual;
        this.region = region;
    }

    @Override
    public World open(List<Premises> institutions, List<String> people) {
        return new HttpWorld("W" + WORLDS.incrementAndGet(), institutions, people);
    }

    static Map<String, @Nullable Object> finding(Entry.Finding it) {
        Map<String, @Nullable Object> finding = HttpWorld.present(
                "violation", it.violation(), "circumstance", it.circumstance(), "actedTo", it.acted());
        finding.put("responsibility", it.responsibility());
        finding.put("points", it.points());
        finding.put("article", it.article());
        finding.put("reason", it.reason());
        finding.values().removeIf(value -> value == null);
        return finding;
    }

    private final class HttpWorld implements World {

        private final String world;
        private final Map<String, String> ids = new HashMap<>();
        private final Set<String> known = new HashSet<>();
        private final Set<String> penalties = new HashSet<>();
        private long recorded;

        private HttpWorld(String world, List<Premises> institutions, List<String> people) {
            this.world = world;
            for (Premises premises : institutions) {
                Designate of = premises.designation();
                Map<String, @Nullable Object> body = new LinkedHashMap<>();
                body.put("code", own(premises.code()));
                body.put("kind", of.kind());
                body.put("publiclyOwned", of.publiclyOwned());
                body.put("region", region + of.region());
                body.put("agreementSigned", of.agreementSigned().toString());
                enter("/institutions", body);
            }
            for (String name : people) {
                Answer answer = send(
                        "/people",
                        Map.of(
                                "documentType",
                                "PASSPORT",
                                "documentNumber",
                                "CHE-%s%03d".formatted(world, ids.size()),
                                "name",
                                "示例"));
                ids.put(name, answer.json().path("id").asString());
                recorded = answer.json().path("position").asLong();
            }
        }

        private String own(String code) {
            return code + world;
        }

        private String person(String name) {
            return "/people/" + requireNonNull(ids.get(name), name);
        }

        @Override
        public long recorded() {
            return recorded;
        }

        @Override
        public Reply enter(Entry entry) {
            return switch (entry) {
                case Entry.Merger it ->
                    enter(
                            person(it.person()) + "/merger",
                            Map.of(
                                    "into",
                                    requireNonNull(ids.get(it.into())),
                                    "date",
                                    it.date(),
                                    "reason",
                                    it.reason() == null ? "同一人" : it.reason()));
                case Entry.Commitment it ->
                    enter(
                            person(it.person()) + "/commitments",
                            Map.of("institution", own(it.institution()), "date", it.date()));
                case Entry.Registration it ->
                    enter(
                            person(it.person()) + "/registrations",
                            Map.of(
                                    "institution",
                                    own(it.institution()),
                                    "from",
                                    it.from(),
                                    "content",
                                    content(it.role(), it.primary())));
                case Entry.Amendment it ->
                    enter(
                            person(it.person()) + "/registrations/" + own(it.institution()) + "/amendments",
                            Map.of("date", it.date(), "content", content(it.role(), it.primary())));
                case Entry.Departure it ->
                    enter(
                            person(it.person()) + "/registrations/" + own(it.institution()) + "/departure",
                            Map.of("date", it.date(), "reason", "CONTRACT_ENDED"));
                case Entry.Scoring it -> score(it);
                case Entry.Service it ->
                    enter(
                            person(it.person()) + "/notices/" + it.notice() + "/services",
                            present("to", it.to(), "received", it.received(), "appealBy", it.appealBy()));
                case Entry.ReminderTalk it ->
                    enter(
                            person(it.person()) + "/notices/" + it.notice() + "/reminders",
                            Map.of("by", it.by(), "date", it.date()));
                case Entry.Interview it ->
                    enter(person(it.person()) + "/notices/" + it.notice() + "/interviews", Map.of("date", it.date()));
                case Entry.Overturning it -> overturn(it);
                default -> redress(RedressOverHttp.of(entry, this::own), requireNonNull(entry.person()));
            };
        }

        private Reply redress(RedressOverHttp it, String name) {
            return reply(person(name) + it.path(), send(it.role(), person(name) + it.path(), it.body()));
        }

        private static Map<String, Object> content(String role, boolean primary) {
            return Map.of("role", role, "primary", primary);
        }

        private Reply score(Entry.Scoring it) {
            Entry.Basis basis = it.basis();
            if (known.add("inspection " + basis.inspection())) {
                enter(
                        "/inspections",
                        Map.of(
                                "id",
                                own(basis.inspection()),
                                "institution",
                                own(basis.institution()),
                                "opened",
                                basis.opened()));
            }
            if (known.add("handling " + basis.handling())) {
                Reply decided = enter(
                        "/handlings",
                        Map.of(
                                "id",
                                own(basis.handling()),
                                "inspection",
                                own(basis.inspection()),
                                "institution",
                                own(basis.institution()),
                                "kind",
                                basis.kind(),
                                "date",
                                basis.date(),
                                "articles",
                                basis.articles(),
                                "manners",
                                basis.manners()));
                if (decided instanceof Reply.Refused) {
                    return decided;
                }
                if (basis.kind() == HandlingKind.ADMINISTRATIVE_PENALTY) {
                    penalties.add(basis.handling());
                }
            }
            Map<String, @Nullable Object> body =
                    present("notice", it.notice(), "handling", own(basis.handling()), "starts", it.starts());
            body.put("months", it.months());
            body.put("monthsReason", it.monthsReason());
            body.put("institutionHeard", it.heard());
            body.put("findings", it.findings().stream().map(HttpEngine::finding).toList());
            return enter(person(it.person()) + "/notices", body);
        }

        private Reply overturn(Entry.Overturning it) {
            String path = "/handlings/" + own(it.handling()) + "/overturning";
            Role role = penalties.contains(it.handling()) ? Role.DEPARTMENT : Role.AGENCY;
            Reply reply = reply(path, send(role, path, present("date", it.date(), "reason", it.reason(), "", null)));
            if (reply instanceof Reply.Accepted) {
                recorded = payqual.awaitFallen(own(it.handling()));
            }
            return reply;
        }

        @Override
        public Stand standing(String name, LocalDate date, long asOf) {
            String when = "?validAt=" + date + "&asOf=" + asOf;
            JsonNode standing = read(person(name) + "/standing" + when).path("standing");
            JsonNode year =
                    read(person(name) + "/year-totals" + when).path("years").path(0);
            return new Stand(
                    StandingKind.valueOf(standing.path("kind").asString()),
                    standing.path("until").isString()
                            ? LocalDate.parse(standing.path("until").asString())
                            : null,
                    standing.path("termServed").asBoolean(),
                    year.path("points").asInt(),
                    year.path("keySupervision").asBoolean(),
                    provisions(standing),
                    recorded(name, when, asOf));
        }

        /** What all else rests on is told where it is told what is recorded and is due. */
        private List<Provision> recorded(String name, String when, long asOf) {
            return Stream.of(
                            read(person(name) + "/history?asOf=" + asOf + "&limit=200")
                                    .path("events")
                                    .valueStream(),
                            read(person(name) + "/due-dates" + when).path("due").valueStream())
                    .flatMap(answers -> answers)
                    .flatMap(it -> Stream.concat(
                            provisions(it).stream(),
                            it.path("provision").isString()
                                    ? Stream.of(
                                            new Provision(it.path("provision").asString()))
                                    : Stream.empty()))
                    .toList();
        }

        private static List<Provision> provisions(JsonNode answer) {
            return StreamSupport.stream(answer.path("provisions").spliterator(), false)
                    .map(it -> new Provision(it.asString()))
                    .toList();
        }

        @Override
        public Pay payable(String name, String institution, LocalDate date, boolean emergency, long asOf) {
            JsonNode answer = read("/settlement/check?person=" + ids.get(name) + "&institution=" + own(institution)
                    + "&validAt=" + date + "&exception=" + (emergency ? "EMERGENCY" : "NONE") + "&asOf=" + asOf);
            Stand behind = standing(name, date, asOf);
            return new Pay(
                    answer.path("payable").asBoolean(),
                    new Provision(answer.path("provision").asString()),
                    Stream.of(behind.provisions(), behind.beside())
                            .flatMap(List::stream)
                            .toList());
        }

        @Override
        public Ratio ratio(String institution, int year, LocalDate date, long asOf) {
            JsonNode answer = read(
                    "/institutions/" + own(institution) + "/ratio?year=" + year + "&validAt=" + date + "&asOf=" + asOf);
            JsonNode effect = answer.path("threshold").path("effect");
            return new Ratio(
                    new Share(
                            answer.path("measured").asInt(),
                            answer.path("registered").asInt()),
                    effect.isString() ? RatioEffect.valueOf(effect.asString()) : null,
                    provisions(answer));
        }

        @Override
        public List<LocalDate> due(String name, Duty duty, LocalDate date, long asOf) {
            JsonNode due = read(person(name) + "/due-dates?validAt=" + date + "&asOf=" + asOf)
                    .path("due");
            return StreamSupport.stream(due.spliterator(), false)
                    .filter(it -> it.path("duty").asString().equals(duty.name()))
                    .map(it -> LocalDate.parse(it.path("dueOn").asString()))
                    .distinct()
                    .toList();
        }

        private JsonNode read(String path) {
            Answer answer = payqual.ask(Role.AGENCY, path);
            if (answer.status() != 200) {
                throw new AssertionError(path + ": " + answer.text());
            }
            return answer.json();
        }

        private Reply enter(String path, @Nullable Map<String, ?> body) {
            return reply(path, send(path, body));
        }

        private Reply reply(String path, Answer answer) {
            JsonNode json = answer.json();
            if (answer.status() == 201) {
                recorded = json.path("position").asLong();
                return new Reply.Accepted(List.of());
            }
            if (answer.status() >= 500) {
                throw new AssertionError(path + ": " + answer.text());
            }
            JsonNode provision = json.path("provision");
            return new Reply.Refused(
                    json.path("code").asString(),
                    provision.isString() ? new Provision(provision.asString()) : null,
                    json.path("detailEn").asString());
        }

        private Answer send(String path, @Nullable Map<String, ?> body) {
            return send(whose(body), path, body);
        }

        private Answer send(Role role, String path, @Nullable Map<String, ?> body) {
            return payqual.command(
                    role, path, body == null ? "" : JsonMapper.shared().writeValueAsString(written(body)));
        }

        /** The department enters its own penalties, and the agency all else. */
        private static Role whose(@Nullable Map<String, ?> body) {
            return body != null && body.get("kind") == HandlingKind.ADMINISTRATIVE_PENALTY
                    ? Role.DEPARTMENT
                    : Role.AGENCY;
        }

        /** Leaves out what is absent and writes days as text. */
        private static Map<String, Object> written(Map<String, ?> body) {
            Map<String, Object> written = new LinkedHashMap<>();
            body.forEach((name, value) -> {
                if (value != null) {
                    written.put(name, value instanceof List<?> || value instanceof Map<?, ?> ? value : plain(value));
                }
            });
            return written;
        }

        private static Object plain(Object value) {
            return value instanceof Boolean || value instanceof Number ? value : value.toString();
        }

        private static Map<String, @Nullable Object> present(
                String first,
                @Nullable Object one,
                String second,
                @Nullable Object two,
                String third,
                @Nullable Object three) {
            Map<String, @Nullable Object> body = new LinkedHashMap<>();
            body.put(first, one);
            body.put(second, two);
            body.put(third, three);
            return body;
        }
    }
}

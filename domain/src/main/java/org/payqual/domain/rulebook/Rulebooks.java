package org.payqual.domain.rulebook;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.payqual.domain.file.Outcome;
import org.payqual.domain.ledger.Refusal;

/**
 * The rulebooks adopted so far. A set never changes; adopting gives another. Of two that speak of the same region and
 * day one stands over the other, by extending it or by taking over from it; otherwise the second is not adopted.
 */
public final class Rulebooks {

    private static final Rulebooks NONE = new Rulebooks(Map.of(), Map.of());

    private final Map<String, Rulebook> rulebooks;
    private final Map<String, byte[]> files;

    private Rulebooks(Map<String, Rulebook> rulebooks, Map<String, byte[]> files) {
        this.rulebooks = rulebooks;
        this.files = files;
    }

    /** Returns the set without any. */
    public static Rulebooks none() {
        return NONE;
    }

    /** Returns all, in the order of adoption. */
    public List<Rulebook> all() {
        return List.copyOf(rulebooks.values());
    }

    /** Returns the rulebook that has an id. */
    public Optional<Rulebook> byId(String id) {
        return Optional.ofNullable(rulebooks.get(id));
    }

    /**
     * Finds the rulebook that governs a region on a day: that of the handling for substance, of a step for procedure.
     */
    public Governing governing(String region, LocalDate day) {
        List<Rulebook> speaking =
                all().stream().filter(it -> it.governs(region, day)).toList();
        Optional<Rulebook> one = speaking.stream()
                .filter(it -> all().stream().noneMatch(other -> outranks(other, it, region, day)))
                .findFirst();
        return one.<Governing>map(Governing.One::new)
                .orElseGet(() -> new Governing.None(
                        region,
                        day,
                        all().stream()
                                .filter(it -> it.regions().stream().anyMatch(region::startsWith))
                                .toList()));
    }

    /** Reads a file and finds whether it can be adopted beside the others. */
    public Adoption adopt(byte[] file) {
        RulebookReader reader = new RulebookReader(id -> Optional.ofNullable(files.get(id)));
        return switch (reader.readExtending(file)) {
            case Outcome.Faulty<Rulebook> faulty -> new Adoption.Faulty(faulty.faults());
            case Outcome.Sound<Rulebook> sound -> adopt(sound.value(), file);
        };
    }

    private Adoption adopt(Rulebook rulebook, byte[] file) {
        Optional<Rulebook> sameId = byId(rulebook.id());
        if (sameId.isPresent()) {
            return sameId.get().sha256().equals(rulebook.sha256())
                    ? new Adoption.Known(sameId.get())
                    : refused(
                            "id-used",
                            "标识 " + rulebook.id() + " 已用于另一份文件",
                            "the id " + rulebook.id() + " is used for another file");
        }
        for (String id : rulebook.effective().takesOver()) {
            if (byId(id).isEmpty()) {
                return refused(
                        "unknown-rulebook", "未采纳规则册 " + id + "，无从接替", "no rulebook " + id + " to take over from");
            }
        }
        for (Rulebook other : all()) {
            if (collide(rulebook, other)) {
                return refused(
                        "two-rulebooks",
                        "与 " + other.id() + " 在同一区划同一时期重叠，且未说明扩展或接替",
                        "overlaps " + other.id() + " in regions and days, without extending it or taking over from it");
            }
        }
        return new Adoption.Adopted(
                rulebook, new Rulebooks(with(rulebooks, rulebook.id(), rulebook), with(files, rulebook.id(), file)));
    }

    private static <T> Map<String, T> with(Map<String, T> before, String id, T more) {
        Map<String, T> after = new LinkedHashMap<>(before);
        after.put(id, more);
        return after;
    }

    private static Adoption refused(String code, String zh, String en) {
        return new Adoption.Refused(new Refusal(Refusal.Kind.CONFLICT, code, null, "file", zh, en));
    }

    private boolean collide(Rulebook one, Rulebook other) {
        return overlap(one.regions(), other.regions())
                && overlap(one.effective(), other.effective())
                && !standsOver(one, other)
                && !standsOver(other, one);
    }

    private static boolean overlap(Collection<String> regions, Collection<String> others) {
        return regions.stream()
                .flatMap(region -> others.stream().map(other -> region.startsWith(other) || other.startsWith(region)))
                .anyMatch(Boolean::booleanValue);
    }

    private static boolean overlap(Effective one, Effective other) {
        return !ended(one, other.from()) && !ended(other, one.from());
    }

    private static boolean ended(Effective effective, LocalDate day) {
        LocalDate until = effective.until();
        return until != null && !day.isBefore(until);
    }

    private boolean standsOver(Rulebook one, Rulebook other) {
        return one.effective().takesOver().contains(other.id()) || bases(one).anyMatch(base -> base.equals(other.id()));
    }

    private Stream<String> bases(Rulebook rulebook) {
        return Stream.iterate(
                        Optional.ofNullable(rulebook.base()),
                        Optional::isPresent,
                        id -> byId(id.orElseThrow()).map(Rulebook::base))
                .map(Optional::orElseThrow);
    }

    /** An extending rulebook outranks while it governs; one that takes over does so from its first day, for good. */
    private boolean outranks(Rulebook one, Rulebook other, String region, LocalDate day) {
        boolean takenOver = one.effective().takesOver().contains(other.id())
                && !day.isBefore(one.effectiveFrom())
                && one.regions().stream().anyMatch(region::startsWith);
        return takenOver || (one.governs(region, day) && standsOver(one, other));
    }
}

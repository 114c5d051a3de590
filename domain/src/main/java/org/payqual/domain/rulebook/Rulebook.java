package org.payqual.domain.rulebook;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.payqual.domain.file.Text;
import org.payqual.domain.ledger.Provision;

/**
 * The law of one instrument from one effective date on, as data. Every value is cited; nothing in it is code.
 *
 * @param id by which events name it, such as {@code tianjin-2025}
 * @param sha256 of the file's bytes, in hex
 * @param title of the instrument
 * @param status of the instrument, such as that it is a draft
 * @param base the id of the rulebook that it extends, where it extends one
 * @param effective on which days it governs
 * @param regions prefixes of the insurance regions that it governs; empty where it only serves others as a base
 * @param people the roles at every kind of institution
 * @param bands of points, ascending
 * @param circumstances by their codes
 * @param moves the grounds on which a finding goes one band up or down, by their codes; often none
 * @param responsibility who determines it (TJ-30)
 * @param sameInspection what counts within one inspection (TJ-25)
 * @param year how points add up (TJ-25)
 * @param tiers what follows from a total, ascending (TJ-31)
 * @param measures how measures begin, run and end
 * @param settlements what is paid in every standing (TJ-21)
 * @param registration what it asks and when it is barred
 * @param notice how it is told
 * @param appeal how a notice is appealed against
 * @param repair how points are repaired
 * @param restoration how a measure is lifted
 * @param institutionRatio what follows for an institution (TJ-33)
 * @param breaches of duty, by their codes (TJ-38)
 * @param deadlines of the duties that have one
 * @param readings choices where the text leaves room, by the place in the rulebook that makes them
 */
public record Rulebook(
        String id,
        String sha256,
        Text title,
        Text status,
        @Nullable String base,
        Effective effective,
        List<String> regions,
        Map<InstitutionKind, Roles> people,
        List<Band> bands,
        Map<String, Circumstance> circumstances,
        Map<String, Move> moves,
        ResponsibilityRule responsibility,
        Citation sameInspection,
        Year year,
        List<Tier> tiers,
        Measures measures,
        Map<StandingKind, SettlementRule> settlements,
        Registration registration,
        Notice notice,
        Appeal appeal,
        Repair repair,
        Restoration restoration,
        InstitutionRatio institutionRatio,
        Map<String, Breach> breaches,
        Map<Duty, Deadline> deadlines,
        Map<String, Reading> readings) {

    /** Copies every collection. */
    public Rulebook {
        regions = List.copyOf(regions);
        people = Ordered.map(people);
        bands = List.copyOf(bands);
        circumstances = Ordered.map(circumstances);
        moves = Ordered.map(moves);
        tiers = List.copyOf(tiers);
        settlements = Ordered.map(settlements);
        breaches = Ordered.map(breaches);
        deadlines = Ordered.map(deadlines);
        readings = Ordered.map(readings);
    }

    /** Returns the first day on which it governs. */
    public LocalDate effectiveFrom() {
        return effective.from();
    }

    /** Returns the first day on which it no longer governs, or nothing where its end is open. */
    public @Nullable LocalDate effectiveUntil() {
        return effective.until();
    }

    /** Tells whether it speaks of a region on a day; which one governs where several do, the adopted set says. */
    public boolean governs(String region, LocalDate day) {
        return effective.covers(day) && regions.stream().anyMatch(region::startsWith);
    }

    /** Returns the roles at a kind of institution. */
    public Roles roles(InstitutionKind kind) {
        return requireNonNull(people.get(kind));
    }

    /** Returns the circumstance that has a code. */
    public Optional<Circumstance> circumstance(String code) {
        return Optional.ofNullable(circumstances.get(code));
    }

    /** Returns the points of a finding, where they follow the responsibility. */
    public int points(Circumstance circumstance, Responsibility responsibility) {
        return band(circumstance.band()).of(responsibility);
    }

    /** Returns the points of a finding that an officer moved one band up or down. */
    public int points(Circumstance circumstance, Responsibility responsibility, Move.Direction move) {
        return bands.get(bandRank(circumstance.band(), move)).of(responsibility);
    }

    /** Returns the place of the band in which a finding moved one band up or down ends. */
    public int bandRank(String band, Move.Direction move) {
        int rank = bandRank(band) + (move == Move.Direction.ONE_BAND_UP ? 1 : -1);
        return Math.clamp(rank, 0, bands.size() - 1);
    }

    /**
     * Returns the points of a finding, where they follow the amount involved.
     *
     * @param yuan the amount, not negative
     */
    public int points(Circumstance circumstance, long yuan) {
        return circumstance.amounts().reversed().stream()
                .filter(step -> step.fromYuan() <= yuan)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not scored by amounts: " + circumstance.code()))
                .points();
    }

    /** Returns the place of a band among all, ascending from 0. */
    public int bandRank(String band) {
        return bands.indexOf(band(band));
    }

    /** Returns the provision on which the derived points and the need of a responsibility rest. */
    public Provision responsibilityProvision() {
        return responsibility.provision();
    }

    /** Returns the provision on how findings of one inspection count. */
    public Provision sameInspectionProvision() {
        return sameInspection.provision();
    }

    /** Returns the provision on how points add up over the year. */
    public Provision yearProvision() {
        return year.provision();
    }

    /** Returns the tiers whose line a total reaches, ascending; the duties of all of them apply. */
    public List<Tier> reached(int total) {
        return tiers.stream().filter(tier -> tier.from() <= total).toList();
    }

    /** Returns the highest tier reached that brings a measure. */
    public Optional<Tier> measureTier(int total) {
        return reached(total).reversed().stream()
                .filter(tier -> tier.addedUp() != null || tier.oneNotice() != null)
                .findFirst();
    }

    /** Returns what is paid for a person in a standing. */
    public SettlementRule settlement(StandingKind standing) {
        return requireNonNull(settlements.get(standing));
    }

    private Band band(String name) {
        return bands.stream()
                .filter(band -> band.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such band: " + name));
    }
}

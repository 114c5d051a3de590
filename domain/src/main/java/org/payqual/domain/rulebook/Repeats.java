package org.payqual.domain.rulebook;

import java.util.Set;

/**
 * What makes a circumstance a repeat: the same violation scored before under one of the articles (TJ-28.2).
 *
 * @param articles as prefixes of citations, such as {@code TJ-26}
 * @param within the time in which the earlier notice must lie
 */
public record Repeats(Set<String> articles, Within within) {

    /** The time in which the earlier notice must lie. */
    public enum Within {
        /** The calendar year of the handling. */
        YEAR
    }

    /** Copies the articles. */
    public Repeats {
        articles = Ordered.set(articles);
    }

    /** Tells whether a circumstance stands under one of the articles: TJ-26 covers TJ-26.1, but not TJ-260. */
    public boolean covers(String circumstance) {
        return articles.stream()
                .anyMatch(article -> circumstance.equals(article) || circumstance.startsWith(article + "."));
    }
}

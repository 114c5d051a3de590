/**
 * What the log says of people, kept as rows for any date as known at any position: a pure fold from events to
 * timelines, and a writer that closes the rows that no longer hold and adds the new ones.
 */
@NullMarked
package org.payqual.projections.person;

import org.jspecify.annotations.NullMarked;

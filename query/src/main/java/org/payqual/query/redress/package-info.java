/** Answers what came of a person's appeals, repairs and restorations. */
@NullMarked
package org.payqual.query.redress;

import org.jspecify.annotations.NullMarked;

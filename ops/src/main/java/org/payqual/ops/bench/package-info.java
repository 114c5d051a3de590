/**
 * Benchmarks of whole paths: each measures the same work done plainly, by the framework as its guide sets it up, and by
 * payqual, in one run on one machine, so that the ratios say something where the figures alone do not.
 */
@NullMarked
package org.payqual.ops.bench;

import org.jspecify.annotations.NullMarked;

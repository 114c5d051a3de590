/**
 * The law as executable examples: scenario files that people who know the regulation write, their reader, and the
 * runner that puts them to the same decisions as production. How a scenario reaches the decisions is an engine's
 * matter: the one here calls them, others may stand at any distance.
 */
@NullMarked
package org.payqual.domain.scenario;

import org.jspecify.annotations.NullMarked;

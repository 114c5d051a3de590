/** Answers every failure as problem+json, in Chinese with English beside it, without repeating what the caller sent. */
@NullMarked
package org.payqual.ops.problem;

import org.jspecify.annotations.NullMarked;

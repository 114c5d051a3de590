/**
 * What the program measures of itself, for whoever runs it. Labels take values from short lists of the program's own or
 * of the law's: never an id, a name or anything that a caller sent.
 */
@NullMarked
package org.payqual.ops.measure;

import org.jspecify.annotations.NullMarked;

/** Text on a screen of columns of equal width, where a Chinese character takes two. */
@NullMarked
package org.payqual.domain.screen;

import org.jspecify.annotations.NullMarked;

/** The entrance for what is recorded of people. */
@NullMarked
package org.payqual.command.person;

import org.jspecify.annotations.NullMarked;

/** What recording a fact needs from outside: who a person is, where texts are kept, when an event is sealed. */
@NullMarked
package org.payqual.command.port;

import org.jspecify.annotations.NullMarked;

/**
 * The PostgreSQL beneath everything: the embedded one of a first run, or any other by the usual Spring properties; its
 * three roles, its tables, and the checks without which the application does not start.
 */
@NullMarked
package org.payqual.ops.postgres;

import org.jspecify.annotations.NullMarked;

/** Load tests with a consistency check: compares acknowledged writes with stored and published data. */
@NullMarked
package dev.atelier.consistency;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.atelier.identity.recovery;

import org.jspecify.annotations.NullMarked;

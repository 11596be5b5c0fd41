@NullMarked
package dev.atelier.kit.inbox;

import org.jspecify.annotations.NullMarked;

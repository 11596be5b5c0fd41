@NullMarked
package dev.atelier.kit.observability;

import org.jspecify.annotations.NullMarked;

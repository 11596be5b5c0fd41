@NullMarked
package dev.atelier.kit.responsibility;

import org.jspecify.annotations.NullMarked;

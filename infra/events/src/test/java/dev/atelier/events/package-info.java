@NullMarked
package dev.atelier.events;

import org.jspecify.annotations.NullMarked;

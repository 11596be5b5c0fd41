@NullMarked
package dev.atelier.kit.deadletter;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.atelier.kit.access;

import org.jspecify.annotations.NullMarked;

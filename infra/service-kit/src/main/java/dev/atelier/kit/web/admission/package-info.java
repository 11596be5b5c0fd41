/**
 * Limits how many requests an instance processes at a time; others wait for a limited time and are then refused before
 * they start.
 */
@NullMarked
package dev.atelier.kit.web.admission;

import org.jspecify.annotations.NullMarked;

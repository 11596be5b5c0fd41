@NullMarked
package dev.atelier.kit.outbox;

import org.jspecify.annotations.NullMarked;

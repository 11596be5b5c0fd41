@NullMarked
package dev.atelier.kit.kafka;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.atelier.kit.state;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.atelier.stack.rotation;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.atelier.kit.email;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.atelier.kit.problem;

import org.jspecify.annotations.NullMarked;

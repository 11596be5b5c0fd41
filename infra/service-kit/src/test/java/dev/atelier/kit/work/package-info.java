@NullMarked
package dev.atelier.kit.work;

import org.jspecify.annotations.NullMarked;

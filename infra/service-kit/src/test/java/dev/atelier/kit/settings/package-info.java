@NullMarked
package dev.atelier.kit.settings;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.atelier.kit.web.admission;

import org.jspecify.annotations.NullMarked;

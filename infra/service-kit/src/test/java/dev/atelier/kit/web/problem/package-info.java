@NullMarked
package dev.atelier.kit.web.problem;

import org.jspecify.annotations.NullMarked;

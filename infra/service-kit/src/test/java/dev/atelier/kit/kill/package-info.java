/** What the kit promises when processes are killed in the middle. */
@NullMarked
package dev.atelier.kit.kill;

import org.jspecify.annotations.NullMarked;

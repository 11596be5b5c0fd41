/** Stories of days on which something dies, hangs or sends nonsense. */
@NullMarked
package dev.atelier.acceptance.badday;

import org.jspecify.annotations.NullMarked;

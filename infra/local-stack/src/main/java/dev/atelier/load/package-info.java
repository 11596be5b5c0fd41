/** Load generation: virtual users and a fake model, and the record of acknowledged writes. */
@NullMarked
package dev.atelier.load;

import org.jspecify.annotations.NullMarked;

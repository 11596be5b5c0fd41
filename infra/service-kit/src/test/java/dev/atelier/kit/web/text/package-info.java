/** Tests of what text may be. */
@NullMarked
package dev.atelier.kit.web.text;

import org.jspecify.annotations.NullMarked;

/** Tests of what text may be. */
@NullMarked
package dev.atelier.kit.web.validation;

import org.jspecify.annotations.NullMarked;

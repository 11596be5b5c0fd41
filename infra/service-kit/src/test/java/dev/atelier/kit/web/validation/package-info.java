/** Tests of the text constraints. */
@NullMarked
package dev.atelier.kit.web.validation;

import org.jspecify.annotations.NullMarked;

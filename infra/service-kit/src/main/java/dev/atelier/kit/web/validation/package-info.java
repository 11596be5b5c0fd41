/**
 * Constraints for texts from users: no invisible characters, and none that change how neighbouring text is displayed.
 */
@NullMarked
package dev.atelier.kit.web.validation;

import org.jspecify.annotations.NullMarked;

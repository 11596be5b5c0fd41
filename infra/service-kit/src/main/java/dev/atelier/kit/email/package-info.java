/** The validation, comparison and storage of e-mail addresses, the same for all services. */
@NullMarked
package dev.atelier.kit.email;

import org.jspecify.annotations.NullMarked;

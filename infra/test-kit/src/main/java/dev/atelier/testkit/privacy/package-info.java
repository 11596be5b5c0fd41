/** The check that every field is declared, and the data map that is generated from the declarations. */
@NullMarked
package dev.atelier.testkit.privacy;

import org.jspecify.annotations.NullMarked;

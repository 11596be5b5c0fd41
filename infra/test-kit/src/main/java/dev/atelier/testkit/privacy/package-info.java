/** The gate that no undeclared field passes, and the data map that is generated from the declarations. */
@NullMarked
package dev.atelier.testkit.privacy;

import org.jspecify.annotations.NullMarked;

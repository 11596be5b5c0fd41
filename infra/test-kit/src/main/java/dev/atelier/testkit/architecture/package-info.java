/** Rules of the house that every module's classes are checked against. */
@NullMarked
package dev.atelier.testkit.architecture;

import org.jspecify.annotations.NullMarked;

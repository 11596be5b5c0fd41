/** Fuzz tests: send valid and invalid requests to every route and report undocumented responses. */
@NullMarked
package dev.atelier.fuzz;

import org.jspecify.annotations.NullMarked;

/** Asks every route what its OpenAPI document allows and what it does not, and takes offence at what is not documented. */
@NullMarked
package dev.atelier.fuzz;

import org.jspecify.annotations.NullMarked;

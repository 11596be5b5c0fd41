/** The API document of a service, as its routes really behave. */
@NullMarked
package dev.atelier.kit.openapi;

import org.jspecify.annotations.NullMarked;

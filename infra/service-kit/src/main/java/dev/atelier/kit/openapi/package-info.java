/** Generates the OpenAPI document of a service. */
@NullMarked
package dev.atelier.kit.openapi;

import org.jspecify.annotations.NullMarked;

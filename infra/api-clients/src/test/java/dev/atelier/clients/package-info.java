/** Generates clients from the services' OpenAPI documents and compiles uses of their types. */
@NullMarked
package dev.atelier.clients;

import org.jspecify.annotations.NullMarked;

/** Questions to other services: with a token, for a person, and with patience that ends. */
@NullMarked
package dev.atelier.kit.http;

import org.jspecify.annotations.NullMarked;

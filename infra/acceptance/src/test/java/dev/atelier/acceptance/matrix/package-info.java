/** Requests to every route of every service by unauthorized clients and with invalid input. */
@NullMarked
package dev.atelier.acceptance.matrix;

import org.jspecify.annotations.NullMarked;

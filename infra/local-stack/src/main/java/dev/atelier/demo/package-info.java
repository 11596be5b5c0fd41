/** The demo: users with real tokens work over HTTP through the gateway. The acceptance tests use it too. */
@NullMarked
package dev.atelier.demo;

import org.jspecify.annotations.NullMarked;

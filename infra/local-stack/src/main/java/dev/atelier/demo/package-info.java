/** The main job, played over HTTP through the gateway by people with real tokens: for newcomers, and for the acceptance tests. */
@NullMarked
package dev.atelier.demo;

import org.jspecify.annotations.NullMarked;

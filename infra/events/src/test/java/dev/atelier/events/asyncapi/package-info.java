/** The published language as an AsyncAPI document, made from the catalogue and checked in. */
@NullMarked
package dev.atelier.events.asyncapi;

import org.jspecify.annotations.NullMarked;

/** Generates the checked-in AsyncAPI document from the message catalogue. */
@NullMarked
package dev.atelier.events.asyncapi;

import org.jspecify.annotations.NullMarked;

/** The commands of {@code infra/atelier}, one class each. */
@NullMarked
package dev.atelier.stack.command;

import org.jspecify.annotations.NullMarked;

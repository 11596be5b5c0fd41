/** The commands of {@code infra/atelier}, one class each. */
@NullMarked
package dev.atelier.cli;

import org.jspecify.annotations.NullMarked;

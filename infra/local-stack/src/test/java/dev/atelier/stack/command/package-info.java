@NullMarked
package dev.atelier.stack.command;

import org.jspecify.annotations.NullMarked;

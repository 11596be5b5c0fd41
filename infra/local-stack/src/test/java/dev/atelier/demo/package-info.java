@NullMarked
package dev.atelier.demo;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.atelier.backing.signin;

import org.jspecify.annotations.NullMarked;
